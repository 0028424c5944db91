/// A range of bytes and the file that it belongs to.
public struct SourceSpan: Sendable {
  /// The file.
  public var file: SourceFile
  /// The bytes in the file.
  public var range: SourceRange

  /// The bytes `range` of `file`.
  public init(file: SourceFile, range: SourceRange) {
    self.file = file
    self.range = range
  }

  /// Where the range starts.
  public var start: SourceLocation { file.location(at: range.lowerBound) }

  /// Where the range ends: the place behind its last byte.
  public var end: SourceLocation { file.location(at: range.upperBound) }
}

extension SourceSpan: Hashable {
  /// Spans are equal when they are the same bytes of the same file object.
  public static func == (left: SourceSpan, right: SourceSpan) -> Bool {
    left.file === right.file && left.range == right.range
  }

  /// Feeds the identity of the file and the range.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(file))
    hasher.combine(range)
  }
}
