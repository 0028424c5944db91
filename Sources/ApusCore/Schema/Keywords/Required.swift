/// `required`: an object has members of these names (JSON Schema Validation, section 6.5.3).
public struct Required: Keyword {
  public static let name = "required"

  /// The names, in the order of the document.
  public var names: [String] { members.names }

  private let members: MemberNames

  /// The rules of the schema, which may say that a member goes only one way.
  private var rules: [Rule] = []

  init(_ names: [String]) {
    members = MemberNames(names)
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    self.init(try argument.requireNames())
  }

  public var arguments: [RuleArgument]? { names.map(RuleArgument.string) }

  public func beside(_ rules: [Rule]) -> any Keyword {
    var required = self
    required.rules = rules
    return required
  }

  public func join(_ plan: inout SchemaPlanBuilder) {
    if !plan.object.require(names, by: self) { plan.apply(self) }
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .object, !members.areAll(in: instance) else { return true }
    var isValid = true
    for name in members.missing(in: instance) {
      if isLeftOut(name, of: instance, in: evaluation) { continue }
      isValid = evaluation.fail(
        Self.name, expected: "a member \(JSON.string(name))", found: "none of that name")
      if !evaluation.isReporting { return false }
    }
    return isValid
  }

  /// Whether a member need not be there on the way that the value goes.
  private func isLeftOut(_ name: String, of instance: JSONView, in evaluation: Evaluation) -> Bool {
    evaluation.directions.all.contains { direction in
      rules.leaveOut(name, in: direction)
        || evaluation.surroundings.leaveOut(name, of: instance, in: direction)
    }
  }
}

extension Rule {
  /// `required`: an object has members of these names.
  public static func required(_ names: String...) -> Rule {
    Rule(Required(names))
  }
}
