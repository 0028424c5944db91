/// `else`: what a value satisfies that does not satisfy the `if` beside it, which applies it (JSON Schema Core,
/// section 10.2.2.3).
public struct Else: SchemaApplicator {
  public static let name = "else"

  /// What the value satisfies.
  public let schema: Schema

  init(_ schema: Schema) {
    self.schema = schema
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool { true }
}

extension Rule {
  /// `else`: what a value satisfies that does not satisfy the `if` beside it.
  public static func `else`(_ schema: Schema) -> Rule {
    Rule(Else(schema))
  }
}
