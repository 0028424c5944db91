/// `anyOf`: the value satisfies at least one of some schemas (JSON Schema Core, section 10.2.1.2).
public struct AnyOf: SchemasApplicator {
  public static let name = "anyOf"

  /// The alternatives, in the order of the document.
  public let schemas: [Schema]

  init(_ schemas: [Schema]) {
    self.schemas = schemas
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    let alternatives = Alternatives(schemas, of: Self.name)
    // One is enough, unless it matters what parts of the value each of them speaks of.
    let limit = evaluation.trail.isCollecting(partsOf: instance) ? Int.max : 1
    let matches = alternatives.matches(for: instance, atMost: limit, in: &evaluation)
    if !matches.isEmpty { return true }
    return alternatives.refuse(
      instance, expected: "at least one of \(schemas.count) alternatives to match",
      in: &evaluation)
  }
}

extension Rule {
  /// `anyOf`: the value satisfies at least one of the schemas.
  public static func anyOf(_ schemas: Schema...) -> Rule {
    Rule(AnyOf(schemas))
  }
}
