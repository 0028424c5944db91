import Synchronization

/// A text that diagnostics can point into: its name and its bytes, as they were read.
public final class SourceFile: Sendable {
  /// How the file is named to the user, for instance `openapi.yaml`.
  public let name: String
  /// The whole content. It need not be valid UTF-8.
  public let bytes: [UInt8]

  /// Made when the first location is asked for.
  private let lineIndex = Mutex<LineIndex?>(nil)

  /// A file that is already in memory; nothing is read.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The line and column of a byte. An offset outside of the file counts as the nearest end.
  ///
  /// Lines end with a line feed, a carriage return, or both (YAML 1.2.2, section 5.4). Columns count
  /// Unicode scalars, that is, all bytes but UTF-8's continuation bytes.
  public func location(at offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    return withLineIndex { $0.location(at: offset, in: bytes) }
  }

  /// The line of a byte, counted from 1. An offset outside of the file counts as the nearest end.
  public func line(at offset: Int) -> Int {
    withLineIndex { $0.line(at: offset) }
  }

  private func withLineIndex<Result: Sendable>(_ body: (LineIndex) -> Result) -> Result {
    lineIndex.withLock { index in
      let made = index ?? LineIndex(bytes)
      index = made
      return body(made)
    }
  }
}
