import Synchronization

/// A text that diagnostics can point into: its name and its bytes, as they were read.
public final class SourceFile: Sendable {
  /// How the file is named to the user, for instance `openapi.yaml`.
  public let name: String
  /// The whole content. It need not be valid UTF-8.
  public let bytes: [UInt8]

  /// The offset at which each line starts, made when the first location is asked for.
  private let lineStarts = Mutex<[Int]?>(nil)

  /// A file that is already in memory; nothing is read.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The line and column of a byte. An offset outside of the file counts as the nearest end.
  ///
  /// Lines end with a line feed, a carriage return, or both (YAML 1.2.2, section 5.4).
  /// Columns count Unicode scalars; every byte that is no part of valid UTF-8 counts as one.
  public func location(at offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineStarts.withLock { starts in
      if starts == nil { starts = Self.lineStarts(in: bytes) }
      return Self.line(of: offset, in: starts ?? [0])
    }
    // A continuation byte (10xxxxxx) belongs to the column of the byte before it.
    var column = 1
    for byte in bytes[line.start..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return SourceLocation(line: line.number, column: column)
  }

  /// The bytes of the line that an offset stands in, without its line break.
  func lineRange(at offset: Int) -> Range<Int> {
    let offset = min(max(offset, 0), bytes.count)
    var start = offset
    while start > 0, !Self.endsLine(at: start - 1, in: bytes) { start -= 1 }
    var end = offset
    while end < bytes.count, bytes[end] != lineFeed, bytes[end] != carriageReturn { end += 1 }
    return start..<end
  }

  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for offset in buffer.indices where buffer[offset] <= carriageReturn {
        if endsLine(at: offset, in: bytes) { starts.append(offset + 1) }
      }
    }
    return starts
  }

  /// Whether a byte is the last one of a line break.
  private static func endsLine(at offset: Int, in bytes: [UInt8]) -> Bool {
    switch bytes[offset] {
    case lineFeed: true
    case carriageReturn: offset + 1 == bytes.count || bytes[offset + 1] != lineFeed
    default: false
    }
  }

  private static func line(of offset: Int, in starts: [Int]) -> (number: Int, start: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, starts[low])
  }
}

private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
