/// `maxLength`: a string has at most so many code points (JSON Schema Validation, section 6.3.1).
public struct MaxLength: CountLimit {
  public static let name = "maxLength"

  /// The bound.
  public let limit: Int

  init(_ limit: Int) {
    self.limit = limit
  }

  public func join(_ plan: inout SchemaPlanBuilder) { plan.plan.greatestLength = limit }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .string else { return true }
    let count = instance.codePointCount
    return check(count <= limit, "at most", count, "characters", in: &evaluation)
  }
}

extension Rule {
  /// `maxLength`: a string has at most so many code points.
  public static func maxLength(_ limit: Int) -> Rule {
    Rule(MaxLength(limit))
  }
}
