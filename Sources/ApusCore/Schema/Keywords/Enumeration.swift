/// `enum`: the value equals one of some values (JSON Schema Validation, section 6.1.2).
public struct Enumeration: Keyword {
  public static let name = "enum"

  /// The values, in the order of the document.
  public let values: [JSON]

  init(_ values: [JSON]) {
    self.values = values
  }

  public init<Value>(
    reading argument: Value, with reader: inout SchemaReader<Value>
  ) throws(InvalidArgument) {
    values = try argument.requireElements().map(\.json)
  }

  public var arguments: [RuleArgument]? { values.map(RuleArgument.json) }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    for value in values where instance == value { return true }
    return evaluation.fail(
      Self.name, expected: "one of \(values.map(\.description).listed(with: "or"))",
      found: instance.summary)
  }
}

extension Rule {
  /// `enum`: the value equals one of these.
  public static func `enum`(_ values: JSON...) -> Rule {
    Rule(Enumeration(values))
  }
}
