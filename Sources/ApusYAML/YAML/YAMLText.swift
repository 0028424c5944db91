/// The bytes of a document, for the parser to look at.
///
/// What only looks stands here and not in the large parser.
struct YAMLText {
  let base: UnsafePointer<UInt8>
  /// The offset behind the last byte.
  let end: Int

  /// The byte at an offset, or 0 behind the end.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 { offset < end ? base[offset] : 0 }

  /// Whether a blank, a line break or the end stands at an offset.
  @inline(__always)
  func isSpace(at offset: Int) -> Bool {
    switch byte(at: offset) {
    case 0x20, 0x0A, 0x0D, 0x09, 0: true
    default: false
    }
  }

  /// Whether a character that ends plain text in flow collections stands at an offset.
  @inline(__always)
  func isFlowIndicator(at offset: Int) -> Bool {
    switch byte(at: offset) {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }

  /// Whether the `:` in front of an offset, behind plain text, is an indicator.
  @inline(__always)
  func isSeparator(behind offset: Int, inFlow: Bool) -> Bool {
    isSpace(at: offset) || inFlow && isFlowIndicator(at: offset)
  }

  /// Whether `---` or `...` stands at the start of a line (section 9.1.2).
  func isDocumentMarker(at offset: Int) -> Bool {
    let byte = byte(at: offset)
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") else { return false }
    return self.byte(at: offset + 1) == byte && self.byte(at: offset + 2) == byte
      && isSpace(at: offset + 3)
  }

  /// The offset behind the line break at an offset: CR LF is one (section 5.4).
  @inline(__always)
  func behindBreak(at offset: Int) -> Int {
    let isPair = base[offset] == 0x0D && byte(at: offset + 1) == 0x0A
    return offset + (isPair ? 2 : 1)
  }

  /// The offset of the next line break, or of the end.
  func lineEnd(from offset: Int) -> Int {
    var cursor = offset
    let high: UInt64 = 0x8080_8080_8080_8080
    while end - cursor >= 8 {
      let word = UnsafeRawPointer(base + cursor).loadUnaligned(as: UInt64.self)
      // Where a byte is less than 0x0E, the subtraction borrows its highest bit, which it hasn't set.
      let candidates = ~((word | high) &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & high
      guard candidates != 0 else {
        cursor += 8
        continue
      }
      cursor += UInt64(littleEndian: candidates).trailingZeroBitCount / 8
      if base[cursor] != 0x09 { return cursor }
      cursor += 1
    }
    while cursor < end, base[cursor] != 0x0A, base[cursor] != 0x0D { cursor += 1 }
    return cursor
  }

  /// How many spaces stand at an offset.
  func spaces(from offset: Int) -> Int {
    var cursor = offset
    while byte(at: cursor) == 0x20 { cursor += 1 }
    return cursor - offset
  }

  /// The byte at an offset as a range, empty at the end.
  func range(at offset: Int) -> Range<Int> {
    offset < end ? offset..<(offset + 1) : end..<end
  }

  /// A part of the source as text.
  func string(in range: Range<Int>) -> String {
    let bytes = UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    return String(decoding: bytes, as: UTF8.self)
  }
}
