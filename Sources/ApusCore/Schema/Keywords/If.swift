/// `if`: decides whether a value must satisfy the `then` or the `else` beside it (JSON Schema Core,
/// section 10.2.2.1).
public struct If: SchemaApplicator {
  public static let name = "if"

  /// The condition.
  public let schema: Schema

  /// What stands beside it.
  private var then: Then?
  private var otherwise: Else?

  init(_ schema: Schema) {
    self.schema = schema
  }

  public func beside(_ rules: [Rule]) -> any Keyword {
    var keyword = self
    keyword.then = rules.first(Then.self)
    keyword.otherwise = rules.first(Else.self)
    return keyword
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    if evaluation.accepts(schema, instance) {
      guard let then else { return true }
      return evaluation.evaluate(then.schema, instance, below: Then.name)
    }
    guard let otherwise else { return true }
    return evaluation.evaluate(otherwise.schema, instance, below: Else.name)
  }
}

extension Rule {
  /// `if`: decides whether a value must satisfy the `then` or the `else` beside it.
  public static func `if`(_ schema: Schema) -> Rule {
    Rule(If(schema))
  }
}
