/// Why a text is no pattern, and where.
public struct PatternError: Error, Hashable, CustomStringConvertible {
  /// Where in the pattern, in code points from its start.
  public var offset: Int
  /// What is wrong there, as a clause without a full stop.
  public var message: String

  init(at offset: Int, _ message: String) {
    self.offset = offset
    self.message = message
  }

  public var description: String { "at character \(offset + 1), \(message)" }
}
