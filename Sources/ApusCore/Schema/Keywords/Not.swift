/// `not`: the value does not satisfy a schema (JSON Schema Core, section 10.2.1.4).
public struct Not: SchemaApplicator {
  public static let name = "not"

  /// What the value must not satisfy.
  public let schema: Schema

  init(_ schema: Schema) {
    self.schema = schema
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    let parts = evaluation.trail.count
    guard evaluation.accepts(schema, instance) else { return true }
    evaluation.trail.forget(from: parts)
    return evaluation.fail(
      Self.name, expected: "a value that this schema refuses", found: instance.summary)
  }
}

extension Rule {
  /// `not`: the value does not satisfy the schema.
  public static func not(_ schema: Schema) -> Rule {
    Rule(Not(schema))
  }
}
