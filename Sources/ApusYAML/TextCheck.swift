import ApusSource

/// The check of a document's bytes that comes before any parser sees them.
enum TextCheck {
  /// Where the text starts, behind a byte-order mark. Returns nil, and says why, if the bytes are too
  /// many, aren't UTF-8, or hold control characters, which neither YAML nor JSON allow.
  static func textStart(of file: SourceFile, diagnostics: inout Diagnostics) -> Int? {
    guard file.bytes.count <= Limits.bytes else {
      diagnostics.error("the file is too large: more than \(Limits.bytes) bytes", at: nil)
      return nil
    }
    if let encoding = otherEncoding(of: file.bytes) {
      diagnostics.error("the file is \(encoding); save it as UTF-8", at: file.span(0..<2))
      return nil
    }
    guard let fault = file.bytes.withUnsafeBufferPointer(firstFault) else {
      return file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
    let byte = file.bytes[fault]
    let code = "0" + String(byte, radix: 16, uppercase: true)
    let message =
      byte < 0x80
      ? "control characters (here U+00\(code.suffix(2))) are not allowed; write an escape instead"
      : "this byte (0x\(code.suffix(2))) is not UTF-8; save the file as UTF-8"
    diagnostics.error(message, at: file.span(fault..<(fault + 1)))
    return nil
  }

  private static func otherEncoding(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    return bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? "UTF-16" : nil
  }

  /// The offset of the first byte that doesn't belong into a text.
  private static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset < bytes.count {
      if offset + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if isPlainText(word) {
          offset += 8
          continue
        }
      }
      let wordEnd = min(offset + 8, bytes.count)
      while offset < wordEnd {
        let length = scalarLength(in: bytes, at: offset)
        if length == 0 { return offset }
        offset += length
      }
    }
    return nil
  }

  /// Whether all of eight bytes are ASCII and none is a control character but a line feed.
  @inline(__always)
  private static func isPlainText(_ word: UInt64) -> Bool {
    let high: UInt64 = 0x8080_8080_8080_8080
    // Where a byte below 0x80 is less than 0x20, the subtraction borrows its highest bit.
    let controls = ~((word | high) &- 0x2020_2020_2020_2020) & high
    // Adding 0x7F carries into the highest bit of every byte but 0, which a line feed has become.
    let lineFeeds = ~((word ^ 0x0A0A_0A0A_0A0A_0A0A) &+ 0x7F7F_7F7F_7F7F_7F7F) & high
    return (word & high) == 0 && controls == lineFeeds
  }

  /// The bytes of the character at an offset, or 0 if there is none (Unicode 16, table 3-7).
  private static func scalarLength(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let first = bytes[offset]
    switch first {
    case 0x09, 0x0A, 0x0D, 0x20..<0x80: return 1
    case 0xC2...0xDF: return isContinued(bytes, offset, 1, 0x80...0xBF) ? 2 : 0
    case 0xE0: return isContinued(bytes, offset, 2, 0xA0...0xBF) ? 3 : 0
    case 0xED: return isContinued(bytes, offset, 2, 0x80...0x9F) ? 3 : 0
    case 0xE1...0xEF: return isContinued(bytes, offset, 2, 0x80...0xBF) ? 3 : 0
    case 0xF0: return isContinued(bytes, offset, 3, 0x90...0xBF) ? 4 : 0
    case 0xF1...0xF3: return isContinued(bytes, offset, 3, 0x80...0xBF) ? 4 : 0
    case 0xF4: return isContinued(bytes, offset, 3, 0x80...0x8F) ? 4 : 0
    default: return 0
    }
  }

  /// Whether so many continuation bytes follow, the first of them in a range.
  private static func isContinued(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ count: Int, _ first: ClosedRange<UInt8>
  ) -> Bool {
    guard offset + count < bytes.count, first.contains(bytes[offset + 1]) else { return false }
    return (2..<max(count + 1, 2)).allSatisfy { bytes[offset + $0] & 0xC0 == 0x80 }
  }
}
