/// `prefixItems`: the first elements of an array satisfy a schema each (JSON Schema Core, section
/// 10.3.1.1).
public struct PrefixItems: SchemasApplicator {
  public static let name = "prefixItems"

  /// What the elements satisfy, in their order.
  public let schemas: [Schema]

  init(_ schemas: [Schema]) {
    self.schemas = schemas
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .array else { return true }
    var isValid = true
    for (index, (schema, element)) in zip(schemas, instance.elements).enumerated() {
      evaluation.trail.add(element, of: instance)
      let isElementValid = evaluation.evaluate(
        schema, element, below: Self.name, String(index), member: String(index))
      if !isElementValid {
        isValid = false
        if !evaluation.isReporting { return false }
      }
    }
    return isValid
  }
}

extension Rule {
  /// `prefixItems`: the first elements of an array satisfy the schemas.
  public static func prefixItems(_ schemas: Schema...) -> Rule {
    Rule(PrefixItems(schemas))
  }
}
