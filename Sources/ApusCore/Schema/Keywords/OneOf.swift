/// `oneOf`: the value satisfies one of some schemas, and no other (JSON Schema Core, section
/// 10.2.1.3).
public struct OneOf: SchemasApplicator {
  public static let name = "oneOf"

  /// The alternatives, in the order of the document.
  public let schemas: [Schema]

  init(_ schemas: [Schema]) {
    self.schemas = schemas
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    let alternatives = Alternatives(schemas, of: Self.name, for: instance, in: &evaluation)
    switch alternatives.matches.count {
    case 1:
      return true
    case 0:
      return evaluation.fail(
        Self.name,
        expected: "exactly one of \(schemas.count) alternatives to match",
        found: "that none does",
        causes: alternatives.causes)
    default:
      // Alternatives that speak of another kind of value all let this one pass; that it is of the
      // wrong kind is said already.
      if let type = evaluation.schema?[Type.self], !type.includes(instance) { return false }
      return evaluation.fail(
        Self.name,
        expected: "exactly one of \(schemas.count) alternatives to match",
        found: "that \(alternatives.matchesInWords) match")
    }
  }
}

extension Rule {
  /// `oneOf`: the value satisfies exactly one of the schemas.
  public static func oneOf(_ schemas: Schema...) -> Rule {
    Rule(OneOf(schemas))
  }
}
