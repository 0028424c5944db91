import ApusCore

/// What is known of schemas, each worked out once.
final class SchemaFacts {
  private var conjunctions: [ObjectIdentifier: Conjunction] = [:]
  private var nullability: [ObjectIdentifier: Nullability] = [:]

  /// Whether null is among a schema's values.
  private enum Nullability {
    case refused, unsaid, allowed
  }

  /// A schema with all that it includes.
  func conjunction(of schema: Schema) -> Conjunction {
    if let known = conjunctions[ObjectIdentifier(schema)] { return known }
    let conjunction = Conjunction([schema])
    // The others cost no more to make than to keep.
    if conjunction.parts.count > 1 { conjunctions[ObjectIdentifier(schema)] = conjunction }
    return conjunction
  }

  /// Whether the schemas say that a value may be null; a schema that says nothing of kinds does not.
  func allowsNull(_ conjunction: Conjunction) -> Bool {
    nullability(of: conjunction) == .allowed
  }

  private func nullability(of conjunction: Conjunction) -> Nullability {
    var result = Nullability.unsaid
    if let kinds = conjunction.statedKinds {
      guard kinds.contains(.null) else { return .refused }
      result = .allowed
    }
    if let values = conjunction.values {
      guard values.contains(.null) else { return .refused }
      result = .allowed
    }
    for choice in conjunction.choices {
      let answers = choice.alternatives.map(nullability(ofAlternative:))
      if answers.contains(.allowed) { result = .allowed }
      if answers.allSatisfy({ $0 == .refused }) { return .refused }
    }
    return result
  }

  private func nullability(ofAlternative schema: Schema) -> Nullability {
    let key = ObjectIdentifier(schema)
    if let known = nullability[key] { return known }
    // Of what leads back to itself nothing is known but what it says elsewhere.
    nullability[key] = .unsaid
    let result = nullability(of: conjunction(of: schema))
    nullability[key] = result
    return result
  }
}

extension Conjunction {
  /// Whether null is the only value.
  package var isNullOnly: Bool {
    if let kinds = statedKinds { return kinds == [.null] }
    return values == [.null]
  }
}
