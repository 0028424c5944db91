/// `minContains`: how many elements of an array at least satisfy the `contains` beside it, which applies it
/// (JSON Schema Validation, section 6.4.5).
public struct MinContains: CountLimit {
  public static let name = "minContains"

  /// The bound.
  public let limit: Int

  init(_ limit: Int) {
    self.limit = limit
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool { true }
}

extension Rule {
  /// `minContains`: how many elements of an array at least satisfy the `contains` beside it.
  public static func minContains(_ limit: Int) -> Rule {
    Rule(MinContains(limit))
  }
}
