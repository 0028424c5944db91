/// `additionalProperties`: the members of an object that neither `properties` nor
/// `patternProperties` beside it names satisfy a schema (JSON Schema Core, section 10.3.2.3).
public struct AdditionalProperties: SchemaApplicator {
  public static let name = "additionalProperties"

  /// What each such member satisfies.
  public let schema: Schema

  init(_ schema: Schema) {
    self.schema = schema
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .object else { return true }
    let named = evaluation.schema?[Properties.self]?.names ?? []
    let patterns = evaluation.schema?[PatternProperties.self]
    var isValid = true
    for member in instance.members {
      let name = member.name.string
      if named.contains(name) || patterns?.matches(member.name) == true { continue }
      if !evaluation.evaluate(schema, member.value, below: Self.name, member: name) {
        isValid = false
        if !evaluation.isReporting { return false }
      }
    }
    return isValid
  }
}

extension Rule {
  /// `additionalProperties`: the members that neither `properties` nor `patternProperties` names
  /// satisfy the schema.
  public static func additionalProperties(_ schema: Schema) -> Rule {
    Rule(AdditionalProperties(schema))
  }
}
