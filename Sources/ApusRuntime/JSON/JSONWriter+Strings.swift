extension JSONWriter {
  /// Writes a string; only what RFC 8259, section 7, demands is escaped.
  public mutating func string(_ value: String) {
    var value = value
    value.withUTF8 { string($0) }
  }

  /// Writes a string of valid UTF-8.
  mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    var start = 0
    for (index, byte) in bytes.enumerated() where JSONWriter.needsEscape(byte) {
      append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      escape(byte)
      start = index + 1
    }
    append(UnsafeBufferPointer(rebasing: bytes[start...]))
    append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: append(UInt8(ascii: "b"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0C: append(UInt8(ascii: "f"))
    case 0x0D: append(UInt8(ascii: "r"))
    case ..<0x20:
      append("u00")
      append(hexadecimalDigit(byte >> 4))
      append(hexadecimalDigit(byte & 15))
    default: append(byte)
    }
  }
}

/// The digit of a value below 16, in lower case.
func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value - 10)
}
