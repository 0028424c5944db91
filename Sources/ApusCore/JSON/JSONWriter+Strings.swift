extension JSONWriter {
  /// Writes a string; only what RFC 8259, section 7, demands is escaped.
  public mutating func string(_ value: String) { value.withBytes { string($0) } }

  /// Writes a member's name and the colon, after a comma if it isn't the first.
  mutating func name(_ name: String, isFirst: Bool) {
    name.withBytes { name in
      if !isFirst { append(UInt8(ascii: ",")) }
      string(name)
      append(UInt8(ascii: ":"))
    }
  }

  /// Writes a string that `body` sets, of at most as many bytes as there is made room for and none that must be
  /// escaped.
  @inline(__always)
  mutating func plain(upTo most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    append(upTo: most + 2) { output in
      let count = body(output + 1)
      output[0] = UInt8(ascii: "\"")
      output[count + 1] = UInt8(ascii: "\"")
      return count + 2
    }
  }

  /// Writes a string of valid UTF-8.
  mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    let end = plainEnd(of: text, from: 0)
    guard end == text.count else { return escapedString(text, from: end) }
    let output = claim(end + 2)
    output[0] = UInt8(ascii: "\"")
    if let start = text.baseAddress { (output + 1).update(from: start, count: end) }
    output[end + 1] = UInt8(ascii: "\"")
  }

  /// Writes a string whose first byte to escape is at an index.
  private mutating func escapedString(_ text: UnsafeBufferPointer<UInt8>, from first: Int) {
    var start = 0
    var end = first
    append(UInt8(ascii: "\""))
    while end < text.count {
      append(UnsafeBufferPointer(rebasing: text[start..<end]))
      escape(text[end])
      start = end + 1
      end = plainEnd(of: text, from: start)
    }
    append(UnsafeBufferPointer(rebasing: text[start...]))
    append(UInt8(ascii: "\""))
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

/// The index of the first byte from `start` on that must be escaped, or the end.
@inline(__always)
private func plainEnd(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  let raw = UnsafeRawBufferPointer(text)
  let count = text.count
  var index = start
  while index + 8 <= count {
    let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    let escapes = bytesToEscape(word)
    if escapes != 0 { return index + escapes.trailingZeroBitCount / 8 }
    index += 8
  }
  if index < count, count >= 8 {
    // The last word, from where the search stands: the zeros that move in behind it end the search.
    let last = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    let rest = UInt64(littleEndian: last) >> UInt64(8 * (index + 8 - count))
    return index + bytesToEscape(rest).trailingZeroBitCount / 8
  }
  while index < count, text[index] >= 0x20, text[index] != UInt8(ascii: "\""),
    text[index] != UInt8(ascii: "\\")
  {
    index += 1
  }
  return index
}
