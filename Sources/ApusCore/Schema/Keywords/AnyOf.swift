/// `anyOf`: the value satisfies at least one of some schemas (JSON Schema Core, section 10.2.1.2).
public struct AnyOf: SchemasApplicator {
  public static let name = "anyOf"

  /// The alternatives, in the order of the document.
  public let schemas: [Schema]

  init(_ schemas: [Schema]) {
    self.schemas = schemas
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    var isAccepted = false
    for schema in schemas where evaluation.accepts(schema, instance) {
      isAccepted = true
      // One is enough, unless it matters what parts of the value each of them speaks of.
      if !evaluation.trail.isCollecting(partsOf: instance) { break }
    }
    return isAccepted || refuse(instance, in: &evaluation)
  }

  private func refuse(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    Alternatives(schemas, of: Self.name).refuse(
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
