/// `anyOf`: the value satisfies at least one of some schemas (JSON Schema Core, section 10.2.1.2).
public struct AnyOf: SchemasApplicator {
  public static let name = "anyOf"

  /// The alternatives, in the order of the document.
  public let schemas: [Schema]

  init(_ schemas: [Schema]) {
    self.schemas = schemas
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    let alternatives = Alternatives(schemas, of: Self.name, for: instance, in: &evaluation)
    if !alternatives.matches.isEmpty { return true }
    return evaluation.fail(
      Self.name,
      expected: "at least one of \(schemas.count) alternatives to match",
      found: "that none does",
      causes: alternatives.causes)
  }
}

extension Rule {
  /// `anyOf`: the value satisfies at least one of the schemas.
  public static func anyOf(_ schemas: Schema...) -> Rule {
    Rule(AnyOf(schemas))
  }
}
