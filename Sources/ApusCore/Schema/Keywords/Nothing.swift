/// The schema `false`, which no value satisfies (JSON Schema Core, section 4.3.2). It has no name
/// in documents, where it stands in place of a schema's keywords.
public struct Nothing: Keyword {
  public static let name = "nothing"

  init() {}

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {}

  public var arguments: [RuleArgument]? { [] }

  public func join(_ plan: inout SchemaPlanBuilder) { plan.plan.kinds = 0 }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    evaluation.fail(nil, expected: "no value at all", found: instance.summary)
  }
}

extension Schema {
  /// Whether it is the schema `false`.
  var refusesAll: Bool { rules.contains { type(of: $0.keyword) == Nothing.self } }
}

extension Rule {
  /// The schema `false`: no value satisfies it.
  public static func nothing() -> Rule { Rule(Nothing()) }
}
