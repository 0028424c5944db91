extension JSONParser {
  /// Reads a string; the position is at its quotation mark.
  @inline(__always)
  mutating func string(isName: Bool) throws(JSONSyntaxError) {
    let start = position + 1
    position = start
    var flags: JSONNode.Flags = []
    while true {
      skipPlain()
      let byte = peek()
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        flags = .escaped
        try escape()
      } else if byte >= 0x80 {
        try codePoint(byte)
      } else {
        throw position < count
          ? error("a control character in a string must be escaped", at: position)
          : unexpected("“\"” at the end of the string")
      }
    }
    var node = JSONNode(
      kind: .string, flags: flags, offset: UInt32(start), length: UInt32(position - start))
    position += 1
    if isName {
      node.next = withUnsafePointer(to: node) { [text] node in
        JSONStringView(node: node, text: text).withUTF8 { JSONName.digest($0) }
      }
      digests.append(node.next)
    }
    tape.append(node)
  }

  /// Skips what stands for itself: all ASCII but the quotation mark, the backslash and control characters.
  @inline(__always)
  private mutating func skipPlain() {
    while position + 8 <= count {
      let word = UnsafeRawPointer(text).loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let special = bytesToLookAt(UInt64(littleEndian: word))
      if special != 0 {
        position += special.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    while position < count {
      let byte = text[position]
      if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        return
      }
      position += 1
    }
  }

  /// Skips an escape (RFC 8259, section 7); a surrogate must be one of a pair.
  private mutating func escape() throws(JSONSyntaxError) {
    let start = position
    position += 1
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
      return
    case UInt8(ascii: "u"): position += 1
    default: throw unexpected("one of \" \\ / b f n r t u after “\\”")
    }
    let unit = try hexadecimalUnit()
    guard unit & 0xF800 == 0xD800 else { return }
    guard unit & 0xFC00 == 0xD800, position + 1 < count, text[position] == UInt8(ascii: "\\"),
      text[position + 1] == UInt8(ascii: "u")
    else { throw error("half of a surrogate pair", at: start) }
    position += 2
    guard try hexadecimalUnit() & 0xFC00 == 0xDC00 else {
      throw error("half of a surrogate pair", at: start)
    }
  }

  private mutating func hexadecimalUnit() throws(JSONSyntaxError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = hexadecimalValue(peek()) else {
        throw unexpected("four hexadecimal digits after “\\u”")
      }
      unit = unit << 4 | UInt32(digit)
      position += 1
    }
    return unit
  }

  /// Skips a code point of two to four bytes (RFC 3629, section 4).
  @inline(__always)
  private mutating func codePoint(_ lead: UInt8) throws(JSONSyntaxError) {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: throw error("not UTF-8", at: position)
    }
    guard position + length <= count, second.contains(text[position + 1]),
      length < 3 || text[position + 2] & 0xC0 == 0x80,
      length < 4 || text[position + 3] & 0xC0 == 0x80
    else { throw error("not UTF-8", at: position) }
    position += length
  }
}
