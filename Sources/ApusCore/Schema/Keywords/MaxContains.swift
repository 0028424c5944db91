/// `maxContains`: how many elements of an array at most satisfy the `contains` beside it, which applies it
/// (JSON Schema Validation, section 6.4.4).
public struct MaxContains: CountLimit {
  public static let name = "maxContains"

  /// The bound.
  public let limit: Int

  init(_ limit: Int) {
    self.limit = limit
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool { true }
}

extension Rule {
  /// `maxContains`: how many elements of an array at most satisfy the `contains` beside it.
  public static func maxContains(_ limit: Int) -> Rule {
    Rule(MaxContains(limit))
  }
}
