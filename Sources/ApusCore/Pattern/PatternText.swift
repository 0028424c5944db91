/// A text that is matched, in UTF-8.
struct PatternText {
  let bytes: UnsafeBufferPointer<UInt8>

  /// A code point of the text and its number of bytes.
  typealias Character = (codePoint: UInt32, length: Int)

  /// The code point that begins at an offset; nil at the end. A byte that is not part of a
  /// well-formed sequence (Unicode Standard, table 3-7) counts as U+FFFD.
  @inline(__always)
  func character(at offset: Int) -> Character? {
    guard offset >= 0, offset < bytes.count else { return nil }
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    return sequence(at: offset, first: first)
  }

  private func sequence(at offset: Int, first: UInt8) -> Character {
    let (length, minimum): (Int, UInt32)
    switch first {
    case 0xC2...0xDF: (length, minimum) = (2, 0x80)
    case 0xE0...0xEF: (length, minimum) = (3, 0x800)
    case 0xF0...0xF4: (length, minimum) = (4, 0x10000)
    default: return (0xFFFD, 1)
    }
    guard bytes.count - offset >= length else { return (0xFFFD, 1) }
    var codePoint = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length {
      let byte = bytes[offset + index]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      codePoint = codePoint << 6 | UInt32(byte & 0x3F)
    }
    guard codePoint >= minimum, Unicode.Scalar(codePoint) != nil else { return (0xFFFD, 1) }
    return (codePoint, length)
  }

  /// The code point that ends at an offset; nil at the start.
  func character(before offset: Int) -> Character? {
    guard offset > 0, offset <= bytes.count else { return nil }
    for length in 1...4 where length <= offset {
      if bytes[offset - length] & 0xC0 == 0x80 { continue }
      guard let found = character(at: offset - length), found.length == length else { break }
      return found
    }
    return (0xFFFD, 1)
  }

  /// Whether a condition holds at an offset.
  func holds(_ assertion: PatternAssertion, at offset: Int) -> Bool {
    switch assertion {
    case .start: offset == 0
    case .end: offset == bytes.count
    case .wordBoundary: isWordBoundary(offset)
    case .noWordBoundary: !isWordBoundary(offset)
    }
  }

  private func isWordBoundary(_ offset: Int) -> Bool {
    isWordByte(offset - 1) != isWordByte(offset)
  }

  // The characters of words are ASCII, so their bytes are part of nothing else.
  private func isWordByte(_ offset: Int) -> Bool {
    guard offset >= 0, offset < bytes.count else { return false }
    return bytes[offset] < 0x80 && CodePointSet.wordCharacters.contains(UInt32(bytes[offset]))
  }
}
