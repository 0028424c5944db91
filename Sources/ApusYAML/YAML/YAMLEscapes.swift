/// Escape sequences in double quotes (section 5.7).
extension YAMLParser {
  mutating func escape() throws(SyntaxFailure) {
    let start = position
    position += 2
    switch byte(at: start + 1) {
    case UInt8(ascii: "x"): try unicodeEscape(digits: 2, start: start)
    case UInt8(ascii: "u"): try unicodeEscape(digits: 4, start: start)
    case UInt8(ascii: "U"): try unicodeEscape(digits: 8, start: start)
    case let byte:
      guard let scalar = Self.escaped(byte) else {
        throw SyntaxFailure(
          "YAML has no such escape; write '\\\\' for a backslash, or use single quotes",
          at: start..<min(position, end))
      }
      append(scalar)
    }
  }

  private static func escaped(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case UInt8(ascii: "0"): "\0"
    case UInt8(ascii: "a"): "\u{07}"
    case UInt8(ascii: "b"): "\u{08}"
    case UInt8(ascii: "t"), 0x09: "\t"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "v"): "\u{0B}"
    case UInt8(ascii: "f"): "\u{0C}"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "e"): "\u{1B}"
    case UInt8(ascii: "N"): "\u{85}"
    case UInt8(ascii: "_"): "\u{A0}"
    case UInt8(ascii: "L"): "\u{2028}"
    case UInt8(ascii: "P"): "\u{2029}"
    case 0x20, UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"): Unicode.Scalar(byte)
    default: nil
    }
  }

  /// Reads the digits of an escape. Two `\u` that are a surrogate pair make one character, since JSON
  /// texts are read as YAML too.
  private mutating func unicodeEscape(digits: Int, start: Int) throws(SyntaxFailure) {
    var value = try hexadecimal(digits: digits, start: start)
    if digits == 4, value & 0xFC00 == 0xD800, peek() == UInt8(ascii: "\\"),
      byte(at: position + 1) == UInt8(ascii: "u")
    {
      position += 2
      let low = try hexadecimal(digits: 4, start: start)
      if low & 0xFC00 == 0xDC00 { value = 0x10000 + ((value & 0x3FF) << 10) + (low & 0x3FF) }
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw SyntaxFailure("this escape stands for no character", at: start..<position)
    }
    append(scalar)
  }

  private mutating func hexadecimal(digits: Int, start: Int) throws(SyntaxFailure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = hexadecimalDigit(peek()) else {
        throw SyntaxFailure(
          "this escape needs \(digits) hexadecimal digits", at: start..<min(position + 1, end))
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    builder.text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
