/// `maxItems`: an array has at most so many elements (JSON Schema Validation, section 6.4.1).
public struct MaxItems: CountLimit {
  public static let name = "maxItems"

  /// The bound.
  public let limit: Int

  init(_ limit: Int) {
    self.limit = limit
  }

  public func join(_ plan: inout SchemaPlanBuilder) { plan.plan.greatestCount = limit }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .array else { return true }
    let count = instance.count
    return check(count <= limit, "at most", count, "elements", in: &evaluation)
  }
}

extension Rule {
  /// `maxItems`: an array has at most so many elements.
  public static func maxItems(_ limit: Int) -> Rule {
    Rule(MaxItems(limit))
  }
}
