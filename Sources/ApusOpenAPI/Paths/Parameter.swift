import ApusCore
import ApusSource

/// A value that a request carries beside its body (OpenAPI 3.2.0, section 4.12).
public struct Parameter: DocumentObject {
  /// The part of a request that carries a parameter.
  public enum Location: String, Sendable, CaseIterable {
    case path, query, header, cookie
    /// The whole query (OpenAPI 3.2).
    case querystring
  }

  /// How the value is described and written.
  public enum Value: Sendable {
    /// Described by a schema, if it is at all, and written in one of the standard's styles.
    case schema(Schema?, Serialization)
    /// Written in a media type.
    case content(Entry<String, MediaType>)
  }

  /// The parameter's name, as it is sent.
  public let name: String
  /// The part of the request that carries it.
  public let location: Location
  /// A description, in CommonMark.
  public private(set) var description: String?
  /// Whether every request has it.
  public let isRequired: Bool
  /// Whether it should no longer be used.
  public let isDeprecated: Bool
  /// Whether it may be sent without a value.
  public let allowsEmptyValue: Bool
  /// How the value is described and written.
  public let value: Value
  /// Examples of the value.
  public let examples: [Example]
  public let place: Place

  /// The value's schema, unless the value is written in a media type or has none.
  public var schema: Schema? {
    guard case .schema(let schema, _) = value else { return nil }
    return schema
  }

  /// Whether the standard has the parameter ignored, because another part of the document says
  /// what such a header field holds: the media types, or the security schemes.
  public var isReserved: Bool {
    location == .header && ["accept", "content-type", "authorization"].contains(name.lowercased())
  }

  static let title = "a Parameter Object"
  static let mayBeReference = true

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    name = fields.requiredString("name")
    let location = fields.parameterLocation()
    description = fields.string("description")
    let required = fields.boolean("required") ?? false
    isDeprecated = fields.boolean("deprecated") ?? false
    allowsEmptyValue = fields.boolean("allowEmptyValue") ?? false
    value = fields.parameterValue(in: location ?? .query)
    examples = fields.examples()
    if case .schema(let schema, _) = value { fields.describe(examples, by: schema) }
    guard let location, !name.isEmpty else { return nil }
    if location == .path, !required {
      fields.context.warn("a path parameter is required: write 'required: true'", at: fields.name)
    }
    self.location = location
    isRequired = required || location == .path
  }

  /// A required parameter of a path that the document forgot to declare.
  init(undeclared name: String, at place: Place) {
    self.name = name
    location = .path
    isRequired = true
    isDeprecated = false
    allowsEmptyValue = false
    value = .schema(nil, Serialization(style: .simple, isExploded: false, allowsReserved: false))
    examples = []
    self.place = place
  }

  mutating func override(summary: String?, description: String?) {
    self.description = description ?? self.description
  }
}

extension ObjectFields {
  /// Where the object's name stands.
  fileprivate var name: SourceSpan { place.member("name")?.span ?? place.nameSpan }

  /// The parameters in a path item or an operation, each once.
  mutating func parameters() -> [Parameter] {
    let all = list("parameters", Parameter.self)
    guard all.count > 1 else { return all }
    var first: [Parameter.Identity: Int] = [:]
    var repeated: Set<Int> = []
    for (index, parameter) in all.enumerated() {
      guard let other = first[parameter.identity] else {
        first[parameter.identity] = index
        continue
      }
      repeated.insert(index)
      let note = Diagnostic.Note("the first one", at: all[other].span)
      context.warn(
        "a second \(parameter.location) parameter '\(parameter.name)' is left out",
        at: parameter.span, notes: [note])
    }
    return repeated.isEmpty
      ? all : all.indices.filter { !repeated.contains($0) }.map { all[$0] }
  }

  fileprivate mutating func parameterLocation() -> Parameter.Location? {
    guard let value = required("in") else {
      context.fail("where the parameter is carried can't be known without 'in'", at: name)
      return nil
    }
    let text = context.string(at: value, named: "in") ?? ""
    if let location = Parameter.Location(rawValue: text) { return location }
    switch text {
    case "body", "formData":
      context.fail("'in: \(text)' is Swagger 2.0's: use 'requestBody'", at: value.span)
    default:
      let names = Parameter.Location.allCases.map(\.rawValue)
      let hint = SpellingSuggestion.hint(for: text, among: names)
      context.fail("no request carries parameters in '\(text)'\(hint)", at: value.span)
    }
    return nil
  }
}
