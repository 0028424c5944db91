/// `const`: the value equals one value (JSON Schema Validation, section 6.1.3).
public struct Constant: Keyword {
  public static let name = "const"

  /// The value.
  public let value: JSON

  init(_ value: JSON) {
    self.value = value
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    value = argument.json
  }

  public var arguments: [RuleArgument]? { [.json(value)] }

  public func join(_ plan: inout SchemaPlanBuilder) {
    let isOfText = value.string.map { plan.allow(texts: [$0]) } ?? value.isNull
    plan.plan.kinds &= value.kind.bit
    if !isOfText { plan.apply(self) }
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    if instance == value { return true }
    return evaluation.fail(Self.name, expected: value.description, found: instance.summary)
  }
}

extension Rule {
  /// `const`: the value equals this one.
  public static func const(_ value: JSON) -> Rule {
    Rule(Constant(value))
  }
}
