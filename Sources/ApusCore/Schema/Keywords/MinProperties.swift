/// `minProperties`: an object has at least so many members (JSON Schema Validation, section 6.5.2).
public struct MinProperties: CountLimit {
  public static let name = "minProperties"

  /// The bound.
  public let limit: Int

  init(_ limit: Int) {
    self.limit = limit
  }

  public func join(_ plan: inout SchemaPlanBuilder) { plan.object.leastCount = limit }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .object else { return true }
    let count = instance.count
    return check(count >= limit, "at least", count, "members", in: &evaluation)
  }
}

extension Rule {
  /// `minProperties`: an object has at least so many members.
  public static func minProperties(_ limit: Int) -> Rule {
    Rule(MinProperties(limit))
  }
}
