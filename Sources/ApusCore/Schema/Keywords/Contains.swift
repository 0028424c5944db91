/// `contains`: an array has elements that satisfy a schema: one, or as many as `minContains` and
/// `maxContains` beside it say (JSON Schema Core, section 10.3.1.3; Validation, section 6.4.4).
public struct Contains: SchemaApplicator {
  public static let name = "contains"

  /// What the elements satisfy.
  public let schema: Schema

  init(_ schema: Schema) {
    self.schema = schema
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .array else { return true }
    let least = evaluation.schema?[MinContains.self]?.limit ?? 1
    let most = evaluation.schema?[MaxContains.self]?.limit ?? .max
    let count = instance.elements.count { evaluation.accepts(schema, $0) }
    if count >= least, count <= most { return true }
    return evaluation.fail(
      count < least ? (least == 1 ? Self.name : MinContains.name) : MaxContains.name,
      expected: "\(count < least ? "at least \(least)" : "at most \(most)") elements of a kind",
      found: "\(count)")
  }
}

extension Rule {
  /// `contains`: an array has elements that satisfy the schema.
  public static func contains(_ schema: Schema) -> Rule {
    Rule(Contains(schema))
  }
}
