/// What a reader of JSON accepts at most (RFC 8259, section 9, allows a parser such limits).
public struct JSONLimits: Hashable, Sendable {
  /// How many arrays and objects may be open at once, at most `deepest`.
  public let depth: Int
  /// How many bytes the text may have, less than 2³².
  public let bytes: Int

  /// What is read value by value is read recursively; this depth is safe on any thread's stack.
  public static let deepest = 512
  /// The most bytes that a text may have.
  public static let longest = Int(UInt32.max - 1)

  /// The limits where no others are said: the greatest that there are.
  public static let `default` = JSONLimits()

  /// Limits outside of what can be kept are brought back to it.
  public init(depth: Int = JSONLimits.deepest, bytes: Int = JSONLimits.longest) {
    self.depth = min(max(depth, 0), JSONLimits.deepest)
    self.bytes = min(max(bytes, 0), JSONLimits.longest)
  }
}
