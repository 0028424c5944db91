/// `propertyNames`: the names of an object's members satisfy a schema (JSON Schema Core, section
/// 10.3.2.4).
public struct PropertyNames: SchemaApplicator {
  public static let name = "propertyNames"

  /// What each name satisfies, as a string.
  public let schema: Schema

  init(_ schema: Schema) {
    self.schema = schema
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .object else { return true }
    var isValid = true
    for member in instance.members {
      let name = JSONView(node: member.name.node, text: member.name.text)
      if evaluation.accepts(schema, name) { continue }
      let reasons = evaluation.reasons(against: schema, name, below: Self.name)
      isValid = evaluation.fail(
        Self.name, expected: "names of members as documented", found: name.summary,
        causes: reasons)
      if !evaluation.isReporting { return false }
    }
    return isValid
  }
}

extension Rule {
  /// `propertyNames`: the names of an object's members satisfy the schema.
  public static func propertyNames(_ schema: Schema) -> Rule {
    Rule(PropertyNames(schema))
  }
}
