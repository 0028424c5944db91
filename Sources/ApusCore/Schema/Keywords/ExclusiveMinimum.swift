/// `exclusiveMinimum`: a number is greater than another (JSON Schema Validation, section 6.2.5).
public struct ExclusiveMinimum: NumberLimit {
  public static let name = "exclusiveMinimum"

  /// The number to compare with.
  public let limit: JSONNumber

  init(_ limit: JSONNumber) {
    self.limit = limit
  }

  public func join(_ plan: inout SchemaPlanBuilder) {
    // No short whole number is near the bounds of the type.
    plan.apply(self, ifWhole: limit) { $0 < .max ? $0 + 1...(.max) : .max...(.max) }
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    check(instance, "greater than", in: &evaluation) { $1.isLess(than: $0) }
  }
}

extension Rule {
  /// `exclusiveMinimum`: a number is greater than another.
  public static func exclusiveMinimum(_ limit: JSONNumber) -> Rule {
    Rule(ExclusiveMinimum(limit))
  }
}
