/// `anyOf`: the value satisfies at least one of some schemas (JSON Schema Core, section 10.2.1.2).
public struct AnyOf: SchemasApplicator {
  public static let name = "anyOf"

  /// The alternatives, in the order of the document.
  public let schemas: [Schema]

  /// Which of the alternatives come into question, once there is a plan.
  private var discrimination: Discrimination?

  init(_ schemas: [Schema]) {
    self.schemas = schemas
  }

  public func join(_ plan: inout SchemaPlanBuilder) {
    let groups = schemas.compactMap(\.onlyRequires)
    if groups.count == schemas.count, plan.object.require(anyOf: groups, isExclusive: false) {
      return
    }
    var keyword = self
    keyword.discrimination = Discrimination(schemas)
    plan.apply(keyword)
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    var isAccepted = false
    for index in discrimination?.candidates(for: instance) ?? Array(schemas.indices)
    where evaluation.accepts(schemas[index], instance) {
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
