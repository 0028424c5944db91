extension JSONDocumentParser {
  /// Reads a number (RFC 8259, section 6) without looking at its value.
  mutating func number() throws(SyntaxFailure) {
    let start = position
    if peek() == UInt8(ascii: "-") { position += 1 }
    if peek() == UInt8(ascii: "0") {
      position += 1
      if case UInt8(ascii: "0")...UInt8(ascii: "9") = peek() {
        throw SyntaxFailure("a number can't start with 0 and another digit", at: start..<position)
      }
    } else {
      try digits(since: start)
    }
    if peek() == UInt8(ascii: ".") {
      position += 1
      try digits(since: start)
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      position += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
      try digits(since: start)
    }
    builder.scalar(.number, at: start..<position, text: start..<position)
  }

  private mutating func digits(since start: Int) throws(SyntaxFailure) {
    let first = position
    while case UInt8(ascii: "0")...UInt8(ascii: "9") = peek() { position += 1 }
    if position == first {
      throw SyntaxFailure("this number lacks a digit", at: start..<max(position, start + 1))
    }
  }

  /// Reads a string, which is left in the source unless it has escapes.
  mutating func string() throws(SyntaxFailure) {
    let start = position
    var cursor = start + 1
    while cursor < end {
      let byte = base[cursor]
      if byte == UInt8(ascii: "\"") {
        position = cursor + 1
        return builder.scalar(.string, at: start..<position, text: (start + 1)..<cursor)
      }
      if byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      cursor += 1
    }
    position = cursor
    try escapedString(since: start)
  }

  /// Reads the rest of a string that has escapes, from the first of them.
  private mutating func escapedString(since start: Int) throws(SyntaxFailure) {
    let textStart = builder.text.count
    var plainStart = start + 1
    while position < end {
      switch base[position] {
      case UInt8(ascii: "\""):
        appendPlain(from: plainStart)
        position += 1
        return builder.rewrittenScalar(.string, at: start..<position, textStart: textStart)
      case UInt8(ascii: "\\"):
        appendPlain(from: plainStart)
        try escape()
        plainStart = position
      case 0..<0x20:
        throw SyntaxFailure(
          "a line break or control character in a string must be escaped", at: here)
      default: position += 1
      }
    }
    throw SyntaxFailure("this string has no closing '\"'", at: start..<(start + 1))
  }

  private mutating func appendPlain(from start: Int) {
    builder.text.append(
      contentsOf: UnsafeBufferPointer(start: base + start, count: position - start))
  }

  private mutating func escape() throws(SyntaxFailure) {
    let start = position
    position += 1
    let byte: UInt8
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte = base[position]
    case UInt8(ascii: "b"): byte = 0x08
    case UInt8(ascii: "f"): byte = 0x0C
    case UInt8(ascii: "n"): byte = 0x0A
    case UInt8(ascii: "r"): byte = 0x0D
    case UInt8(ascii: "t"): byte = 0x09
    case UInt8(ascii: "u"): return try unicodeEscape(since: start)
    default: throw SyntaxFailure("JSON has no such escape", at: start..<min(position + 1, end))
    }
    position += 1
    builder.text.append(byte)
  }

  /// Reads `\uXXXX`, or two of them that are a surrogate pair (RFC 8259, section 7).
  private mutating func unicodeEscape(since start: Int) throws(SyntaxFailure) {
    var value = try hexadecimal(since: start)
    if value & 0xFC00 == 0xD800, end - position >= 6, base[position] == UInt8(ascii: "\\"),
      base[position + 1] == UInt8(ascii: "u")
    {
      position += 1
      let low = try hexadecimal(since: start)
      if low & 0xFC00 == 0xDC00 { value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF }
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw SyntaxFailure(
        "this escape is half of a surrogate pair: no character", at: start..<position)
    }
    builder.text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Reads `u` and four digits.
  private mutating func hexadecimal(since start: Int) throws(SyntaxFailure) -> UInt32 {
    position += 1
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = hexadecimalDigit(peek()) else {
        throw SyntaxFailure("'\\u' needs four hexadecimal digits", at: start..<position)
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }
}

/// The value of a hexadecimal digit.
func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
  default: nil
  }
}
