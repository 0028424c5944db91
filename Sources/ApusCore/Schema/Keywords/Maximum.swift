/// `maximum`: a number is no greater than another (JSON Schema Validation, section 6.2.2).
public struct Maximum: NumberLimit {
  public static let name = "maximum"

  /// The number to compare with.
  public let limit: JSONNumber

  init(_ limit: JSONNumber) {
    self.limit = limit
  }

  public func join(_ plan: inout SchemaPlanBuilder) {
    plan.apply(self, ifWhole: limit) { .min...$0 }
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    check(instance, "of at most", in: &evaluation) { !$1.isLess(than: $0) }
  }
}

extension Rule {
  /// `maximum`: a number is no greater than another.
  public static func maximum(_ limit: JSONNumber) -> Rule {
    Rule(Maximum(limit))
  }
}
