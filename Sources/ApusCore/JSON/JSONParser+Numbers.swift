extension JSONParser {
  /// Reads a number (RFC 8259, section 6).
  @inline(__always)
  mutating func number() throws(JSONSyntaxError) {
    let start = position
    if peek() == UInt8(ascii: "-") { position += 1 }
    if peek() == UInt8(ascii: "0") {
      position += 1
      if isDigit(peek()) { throw error("a number can't begin with 0", at: position) }
    } else {
      try digits()
    }
    var flags: JSONNode.Flags = .digits
    if peek() == UInt8(ascii: ".") {
      flags = []
      position += 1
      try digits()
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      flags = []
      try exponent()
    }
    tape.append(
      JSONNode(
        kind: .number, flags: flags, offset: UInt32(start), length: UInt32(position - start)))
  }

  @inline(__always)
  private mutating func digits() throws(JSONSyntaxError) {
    guard isDigit(peek()) else { throw unexpected("a digit") }
    repeat { position += 1 } while isDigit(peek())
  }

  private mutating func exponent() throws(JSONSyntaxError) {
    let start = position
    position += 1
    if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
    guard isDigit(peek()) else { throw unexpected("a digit") }
    while peek() == UInt8(ascii: "0") { position += 1 }
    let first = position
    while isDigit(peek()) { position += 1 }
    if position - first > JSONNumber.longestExponent {
      throw error("an exponent of more than \(JSONNumber.longestExponent) digits", at: start)
    }
  }
}

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
