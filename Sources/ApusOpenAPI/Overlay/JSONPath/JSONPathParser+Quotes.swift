// Names and texts in quotes (RFC 9535, section 2.3.1.1).
extension JSONPathParser {
  /// Reads text in single or double quotes.
  mutating func quoted() throws(JSONPathError) -> String {
    let start = position
    let quote = peek()
    position += 1
    var text: [UInt8] = []
    while let byte = peek() {
      position += 1
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: Array(String(try escaped(in: quote)).utf8))
      } else if byte < 0x20 {
        position -= 1
        throw failure("a control character in quotes is written as an escape")
      } else {
        text.append(byte)
      }
    }
    throw failure("the quote that ends this is missing", from: start)
  }

  /// Reads what follows a backslash.
  private mutating func escaped(in quote: UInt8?) throws(JSONPathError) -> Character {
    guard let byte = peek() else { throw failure("an escape is expected here") }
    position += 1
    switch byte {
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "u"): return Character(try unicodeEscape())
    default:
      if byte == quote { return Character(Unicode.Scalar(byte)) }
      throw failure(
        "JSONPath has no such escape; a backslash is written '\\\\'", from: position - 2)
    }
  }

  private mutating func unicodeEscape() throws(JSONPathError) -> Unicode.Scalar {
    let start = position - 2
    var value = try hexadecimal(from: start)
    if value & 0xFC00 == 0xD800, take("\\u") {
      let low = try hexadecimal(from: start)
      if low & 0xFC00 == 0xDC00 { value = 0x10000 + ((value & 0x3FF) << 10) + (low & 0x3FF) }
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw failure("this escape stands for no character", from: start)
    }
    return scalar
  }

  private mutating func hexadecimal(from start: Int) throws(JSONPathError) -> UInt32 {
    let digits = bytes[position...].prefix(4).prefix { byte in
      byte.isDigit || (0x61...0x66).contains(byte | 0x20)
    }
    position += digits.count
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 4, let value = UInt32(text, radix: 16) else {
      throw failure("this escape needs four hexadecimal digits", from: start)
    }
    return value
  }
}
