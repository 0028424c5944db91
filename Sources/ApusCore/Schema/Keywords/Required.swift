/// `required`: an object has members of these names (JSON Schema Validation, section 6.5.3).
public struct Required: Keyword {
  public static let name = "required"

  /// The names, in the order of the document.
  public let names: [String]

  init(_ names: [String]) {
    self.names = names
  }

  public init<Value>(
    reading argument: Value, with reader: inout SchemaReader<Value>
  ) throws(InvalidArgument) {
    names = try argument.requireNames()
  }

  public var arguments: [RuleArgument]? { names.map(RuleArgument.string) }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .object else { return true }
    var isValid = true
    for name in names where instance.member(name) == nil {
      isValid = evaluation.fail(
        Self.name, expected: "a member \(JSON.string(name))", found: "none of that name")
      if !evaluation.isReporting { return false }
    }
    return isValid
  }
}

extension Rule {
  /// `required`: an object has members of these names.
  public static func required(_ names: String...) -> Rule {
    Rule(Required(names))
  }
}
