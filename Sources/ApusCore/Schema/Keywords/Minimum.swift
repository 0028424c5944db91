/// `minimum`: a number is no less than another (JSON Schema Validation, section 6.2.4).
public struct Minimum: NumberLimit {
  public static let name = "minimum"

  /// The number to compare with.
  public let limit: JSONNumber

  init(_ limit: JSONNumber) {
    self.limit = limit
  }

  public func join(_ plan: inout SchemaPlanBuilder) {
    plan.apply(self, ifWhole: limit) { $0...(.max) }
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    check(instance, "of at least", in: &evaluation) { !$0.isLess(than: $1) }
  }
}

extension Rule {
  /// `minimum`: a number is no less than another.
  public static func minimum(_ limit: JSONNumber) -> Rule {
    Rule(Minimum(limit))
  }
}
