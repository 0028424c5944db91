/// `unevaluatedItems`: the elements of an array that no other keyword of the schema speaks of, nor
/// one of those that it applies to the array as a whole, satisfy a schema (JSON Schema Core, section
/// 11.2).
public struct UnevaluatedItems: SchemaApplicator {
  public static let name = "unevaluatedItems"

  public static let isAppliedLast = true

  /// What each such element satisfies.
  public let schema: Schema

  init(_ schema: Schema) {
    self.schema = schema
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .array, let isLeft = evaluation.trail.rest(of: instance) else {
      return true
    }
    evaluation.trail.addAll(of: instance)
    var isValid = true
    for (index, element) in instance.elements.enumerated() where isLeft(element) {
      if !evaluation.evaluate(schema, element, below: Self.name, member: String(index)) {
        isValid = false
        if !evaluation.isReporting { return false }
      }
    }
    return isValid
  }
}

extension Rule {
  /// `unevaluatedItems`: the elements that no other keyword of the schema speaks of, nor one of those
  /// that it applies to the array as a whole, satisfy the schema.
  public static func unevaluatedItems(_ schema: Schema) -> Rule {
    Rule(UnevaluatedItems(schema))
  }
}
