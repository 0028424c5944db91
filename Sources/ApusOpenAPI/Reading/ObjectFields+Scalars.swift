import ApusSource
import ApusYAML

extension ObjectFields {
  /// A text. Another scalar is taken as it is written, and reported.
  mutating func string(_ name: String, since version: OpenAPIVersion = .v30) -> String? {
    value(name, since: version).flatMap { context.string(at: $0, named: name) }
  }

  /// A text that the standard asks for; empty where there is none.
  mutating func requiredString(_ name: String) -> String {
    required(name).flatMap { context.string(at: $0, named: name) } ?? ""
  }

  /// A boolean. The text `true` or `false` in quotes is taken for one, and reported.
  mutating func boolean(_ name: String, since version: OpenAPIVersion = .v30) -> Bool? {
    guard let value = value(name, since: version) else { return nil }
    if let boolean = value.node.boolean { return boolean }
    let message = "'\(name)' is a boolean, not \(value.node.kind.withArticle)"
    context.warn(message, at: value.span)
    switch value.node.string {
    case "true": return true
    case "false": return false
    default: return nil
    }
  }

  /// Texts in a sequence.
  mutating func strings(_ name: String, since version: OpenAPIVersion = .v30) -> [String] {
    guard let value = value(name, since: version) else { return [] }
    return context.elements(of: value, named: name).compactMap {
      context.string(at: $0, named: name)
    }
  }
}

extension ReadingContext {
  /// A text, or another scalar as it is written, which is reported.
  func string(at place: Place, named name: String) -> String? {
    if let string = place.node.string { return string }
    if name == "description", let reference = Reference(at: place) { return text(of: reference) }
    warn("'\(name)' is a string, not \(place.node.kind.withArticle)", at: place.span)
    return place.node.isNull ? nil : place.node.text
  }

  /// The text that a reference in place of a text leads to.
  private func text(of reference: Reference) -> String? {
    warn("the standard allows no reference in place of a text", at: reference.span)
    switch documents.text(of: reference) {
    case .success(let text): return text
    case .failure(let failure):
      warn(failure.message(for: reference), at: reference.span)
      return nil
    }
  }

  /// The elements of a sequence, or of the one that a misplaced reference leads to; anything else is
  /// reported. A text by itself is taken for a sequence of one.
  func elements(of place: Place, named name: String) -> [Place] {
    guard let place = written(at: place, named: name) else { return [] }
    switch place.node.kind {
    case .sequence: return Array(place.elements)
    case .string:
      warn("'\(name)' is a sequence, not a string", at: place.span)
      return [place]
    default:
      reportKind(of: place, expected: "'\(name)' is a sequence")
      return []
    }
  }
}
