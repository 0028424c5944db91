/// `exclusiveMaximum`: a number is less than another (JSON Schema Validation, section 6.2.3).
public struct ExclusiveMaximum: NumberLimit {
  public static let name = "exclusiveMaximum"

  /// The number to compare with.
  public let limit: JSONNumber

  init(_ limit: JSONNumber) {
    self.limit = limit
  }

  public func join(_ plan: inout SchemaPlanBuilder) {
    // No short whole number is near the bounds of the type.
    plan.apply(self, ifWhole: limit) { $0 > .min ? .min...$0 - 1 : .min...(.min) }
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    check(instance, "less than", in: &evaluation) { $0.isLess(than: $1) }
  }
}

extension Rule {
  /// `exclusiveMaximum`: a number is less than another.
  public static func exclusiveMaximum(_ limit: JSONNumber) -> Rule {
    Rule(ExclusiveMaximum(limit))
  }
}
