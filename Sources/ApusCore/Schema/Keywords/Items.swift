/// `items`: every element of an array satisfies a schema, but for those that `prefixItems` beside it
/// has one for (JSON Schema Core, section 10.3.1.2).
public struct Items: SchemaApplicator {
  public static let name = "items"

  /// What each element satisfies.
  public let schema: Schema

  /// How many elements `prefixItems` beside it has schemas for.
  private var prefixCount = 0

  init(_ schema: Schema) {
    self.schema = schema
  }

  public func beside(_ rules: [Rule]) -> any Keyword {
    var keyword = self
    keyword.prefixCount = rules.first(PrefixItems.self)?.schemas.count ?? 0
    return keyword
  }

  public func join(_ plan: inout SchemaPlanBuilder) {
    plan.plan.element = plan.plan(of: schema)
    plan.plan.firstElement = prefixCount
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .array else { return true }
    evaluation.trail.addAll(of: instance)
    var isValid = true
    for (index, element) in instance.elements.enumerated() where index >= prefixCount {
      if !evaluation.evaluate(schema, element, below: Self.name, member: String(index)) {
        isValid = false
        if !evaluation.isReporting { return false }
      }
    }
    return isValid
  }
}

extension Rule {
  /// `items`: every element of an array satisfies the schema.
  public static func items(_ schema: Schema) -> Rule {
    Rule(Items(schema))
  }
}
