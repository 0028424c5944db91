/// Text in quotes, on one line.
enum QuotedText {
  /// Appends text in double quotes, with escapes that both JSON and YAML have (RFC 8259, section 7;
  /// YAML 1.2.2, section 5.7).
  static func appendDouble(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes.append("\\\"")
      case "\\": bytes.append("\\\\")
      case "\n": bytes.append("\\n")
      case "\r": bytes.append("\\r")
      case "\t": bytes.append("\\t")
      case _ where needsEscape(scalar):
        let digits = String(scalar.value, radix: 16)
        bytes.append("\\u" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends text in single quotes, which know no escapes but the doubled quote.
  static func appendSingle(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "'"))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "'") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "'"))
  }

  /// Whether a character can't stand for itself in YAML (section 5.1), would be taken for a line
  /// break or a byte-order mark by somebody, or shows text in another order than it has (Unicode
  /// Standard Annex 9, section 2). All of them have at most four hexadecimal digits.
  static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069,
      0xFEFF, 0xFFFE, 0xFFFF:
      true
    default: false
    }
  }
}
