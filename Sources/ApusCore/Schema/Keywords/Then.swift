/// `then`: what a value satisfies that satisfies the `if` beside it, which applies it (JSON Schema Core,
/// section 10.2.2.2).
public struct Then: SchemaApplicator {
  public static let name = "then"

  /// What the value satisfies.
  public let schema: Schema

  init(_ schema: Schema) {
    self.schema = schema
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool { true }
}

extension Rule {
  /// `then`: what a value satisfies that satisfies the `if` beside it.
  public static func then(_ schema: Schema) -> Rule {
    Rule(Then(schema))
  }
}
