/// `unevaluatedProperties`: the members of an object that no other keyword of the schema speaks of,
/// nor one of those that it applies to the object as a whole, satisfy a schema (JSON Schema Core,
/// section 11.3).
public struct UnevaluatedProperties: SchemaApplicator {
  public static let name = "unevaluatedProperties"

  public static let isAppliedLast = true

  /// What each such member satisfies.
  public let schema: Schema

  init(_ schema: Schema) {
    self.schema = schema
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .object, let isLeft = evaluation.trail.rest(of: instance) else {
      return true
    }
    evaluation.trail.addAll(of: instance)
    var isValid = true
    for member in instance.members where isLeft(member.value) {
      let name = member.name
      if !evaluation.evaluate(schema, member.value, below: Self.name, member: name.string) {
        isValid = false
        if !evaluation.isReporting { return false }
      }
    }
    return isValid
  }
}

extension Rule {
  /// `unevaluatedProperties`: the members that no other keyword of the schema speaks of, nor one of
  /// those that it applies to the object as a whole, satisfy the schema.
  public static func unevaluatedProperties(_ schema: Schema) -> Rule {
    Rule(UnevaluatedProperties(schema))
  }
}
