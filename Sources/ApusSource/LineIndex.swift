/// Where a text's lines start and how many characters stand before each of its blocks of bytes, so that
/// a location takes the same time in one line of megabytes as in many short ones.
struct LineIndex: Sendable {
  private static let blockSize = 4096

  private var lineStarts = [0]
  /// For each block, the characters before it.
  private var characterCounts = [0]

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var characters = 0
      for offset in buffer.indices {
        let byte = buffer[offset]
        if !Self.isContinuation(byte) { characters += 1 }
        if byte <= 0x0D, Self.endsLine(at: offset, in: buffer) { lineStarts.append(offset + 1) }
        if (offset + 1) % Self.blockSize == 0 { characterCounts.append(characters) }
      }
    }
  }

  /// The line and column of a byte of the same text.
  func location(at offset: Int, in bytes: [UInt8]) -> SourceLocation {
    let line = line(at: offset)
    let start = lineStarts[line - 1]
    let column =
      characterCount(before: offset, in: bytes) - characterCount(before: start, in: bytes)
    return SourceLocation(line: line, column: column + 1)
  }

  /// The line of a byte, counted from 1.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  private func characterCount(before offset: Int, in bytes: [UInt8]) -> Int {
    let block = min(offset / Self.blockSize, characterCounts.count - 1)
    var count = characterCounts[block]
    for byte in bytes[(block * Self.blockSize)..<offset] where !Self.isContinuation(byte) {
      count += 1
    }
    return count
  }

  /// Whether a byte (10xxxxxx) goes on with the character that one before it starts.
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Whether a byte is the last one of a line break.
  private static func endsLine(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes[offset] {
    case 0x0A: true
    case 0x0D: offset + 1 == bytes.count || bytes[offset + 1] != 0x0A
    default: false
    }
  }
}
