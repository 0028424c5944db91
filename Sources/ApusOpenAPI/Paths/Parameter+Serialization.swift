import ApusCore
import ApusSource

extension Parameter {
  /// The forms in which a parameter's value is written (OpenAPI 3.2.0, section 4.12.3).
  public enum Style: String, Sendable, CaseIterable {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject
    /// As `form`, but joined as cookies are and with nothing percent-encoded (OpenAPI 3.2).
    case cookie
  }

  /// How a value that a schema describes is written.
  public struct Serialization: Hashable, Sendable {
    /// The form.
    public let style: Style
    /// Whether each element or property is written by itself.
    public let isExploded: Bool
    /// Whether reserved characters are sent as they are.
    public let allowsReserved: Bool

    /// How a parameter is written that says nothing of it (OpenAPI 3.2.0, section 4.12.2.2).
    public static func standard(for location: Location) -> Serialization {
      let style = location.defaultStyle
      return Serialization(style: style, isExploded: style == .form, allowsReserved: false)
    }
  }
}

extension Parameter.Location {
  /// The style of a parameter that names none.
  var defaultStyle: Parameter.Style {
    switch self {
    case .path, .header: .simple
    case .query, .cookie, .querystring: .form
    }
  }

  /// The styles that the standard gives a meaning here.
  var styles: [Parameter.Style] {
    switch self {
    case .path: [.matrix, .label, .simple]
    case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
    case .header: [.simple]
    case .cookie: [.form, .cookie]
    case .querystring: []
    }
  }
}

extension ObjectFields {
  /// What a parameter's `schema` or `content` says.
  mutating func parameterValue(in location: Parameter.Location) -> Parameter.Value {
    let serialization = serialization(in: location)
    let schema = schema("schema")
    let content = content()
    guard let first = content.first else {
      if schema == nil {
        context.warn("\(title) needs a 'schema' or 'content'", at: place.nameSpan)
      }
      if location == .querystring {
        context.warn("a whole query is described by 'content'", at: place.nameSpan)
      }
      return .schema(schema, serialization)
    }
    if let schema {
      let note = Diagnostic.Note("'content' is here", at: first.keySpan)
      context.warn(
        "'schema' and 'content' exclude each other; 'content' is left out",
        at: place.member("schema")?.nameSpan ?? place.nameSpan, notes: [note])
      return .schema(schema, serialization)
    }
    for further in content.dropFirst() {
      let note = Diagnostic.Note("the one that is used", at: first.keySpan)
      context.warn("only one media type can be used here", at: further.keySpan, notes: [note])
    }
    return .content(first)
  }

  private mutating func serialization(in location: Parameter.Location) -> Parameter.Serialization {
    let style = style() ?? location.defaultStyle
    let isExploded = boolean("explode") ?? (style == .form || style == .cookie)
    let allowsReserved = boolean("allowReserved") ?? false
    guard !location.styles.contains(style), location != .querystring else {
      return .init(style: style, isExploded: isExploded, allowsReserved: allowsReserved)
    }
    let allowed = location.styles.map { "'\($0)'" }.joined(separator: ", ")
    context.warn(
      "\(location) parameters have no style '\(style)'; '\(location.defaultStyle)' is used"
        + " (allowed: \(allowed))",
      at: place.member("style")?.span ?? place.nameSpan)
    return .init(
      style: location.defaultStyle, isExploded: isExploded, allowsReserved: allowsReserved)
  }

  /// The style that the object names.
  mutating func style() -> Parameter.Style? {
    guard let name = string("style") else { return nil }
    if let style = Parameter.Style(rawValue: name) { return style }
    let hint = SpellingSuggestion.hint(for: name, among: Parameter.Style.allCases.map(\.rawValue))
    let span = place.member("style")?.span ?? place.nameSpan
    context.warn("there is no style '\(name)'\(hint)", at: span)
    return nil
  }
}
