/// `maxProperties`: an object has at most so many members (JSON Schema Validation, section 6.5.1).
public struct MaxProperties: CountLimit {
  public static let name = "maxProperties"

  /// The bound.
  public let limit: Int

  init(_ limit: Int) {
    self.limit = limit
  }

  public func join(_ plan: inout SchemaPlanBuilder) { plan.object.greatestCount = limit }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .object else { return true }
    let count = instance.count
    return check(count <= limit, "at most", count, "members", in: &evaluation)
  }
}

extension Rule {
  /// `maxProperties`: an object has at most so many members.
  public static func maxProperties(_ limit: Int) -> Rule {
    Rule(MaxProperties(limit))
  }
}
