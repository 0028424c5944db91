/// `minLength`: a string has at least so many code points (JSON Schema Validation, section 6.3.2).
public struct MinLength: CountLimit {
  public static let name = "minLength"

  /// The bound.
  public let limit: Int

  init(_ limit: Int) {
    self.limit = limit
  }

  public func join(_ plan: inout SchemaPlanBuilder) { plan.plan.leastLength = limit }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .string else { return true }
    let count = instance.codePointCount
    return check(count >= limit, "at least", count, "characters", in: &evaluation)
  }
}

extension Rule {
  /// `minLength`: a string has at least so many code points.
  public static func minLength(_ limit: Int) -> Rule {
    Rule(MinLength(limit))
  }
}
