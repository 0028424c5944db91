/// `minItems`: an array has at least so many elements (JSON Schema Validation, section 6.4.2).
public struct MinItems: CountLimit {
  public static let name = "minItems"

  /// The bound.
  public let limit: Int

  init(_ limit: Int) {
    self.limit = limit
  }

  public func join(_ plan: inout SchemaPlanBuilder) { plan.plan.leastCount = limit }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .array else { return true }
    let count = instance.count
    return check(count >= limit, "at least", count, "elements", in: &evaluation)
  }
}

extension Rule {
  /// `minItems`: an array has at least so many elements.
  public static func minItems(_ limit: Int) -> Rule {
    Rule(MinItems(limit))
  }
}
