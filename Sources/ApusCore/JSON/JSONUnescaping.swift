/// Writes the text of a string with escapes (RFC 8259, section 7), which the parser has found well-formed. It is never
/// longer than what it is read from.
///
/// - Returns: how many bytes were written.
func unescapeJSON(
  _ literal: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
) -> Int {
  var read = 0
  var written = 0
  while read < literal.count, written < output.count {
    let byte = literal[read]
    read += 1
    guard byte == UInt8(ascii: "\\"), read < literal.count else {
      output[written] = byte
      written += 1
      continue
    }
    let escape = literal[read]
    read += 1
    guard escape == UInt8(ascii: "u") else {
      output[written] = unescapedByte(escape)
      written += 1
      continue
    }
    let scalar = escapedScalar(literal, at: &read)
    for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter where written < output.count
    {
      output[written] = unit
      written += 1
    }
  }
  return written
}

private func unescapedByte(_ escape: UInt8) -> UInt8 {
  switch escape {
  case UInt8(ascii: "b"): 0x08
  case UInt8(ascii: "f"): 0x0C
  case UInt8(ascii: "n"): 0x0A
  case UInt8(ascii: "r"): 0x0D
  case UInt8(ascii: "t"): 0x09
  default: escape
  }
}

/// Reads the digits after `\u`, and a second escape where the first is the lead of a surrogate pair.
private func escapedScalar(_ literal: UnsafeBufferPointer<UInt8>, at read: inout Int)
  -> Unicode.Scalar
{
  let lead = escapedUnit(literal, at: read)
  read += 4
  guard lead & 0xFC00 == 0xD800 else { return Unicode.Scalar(lead) ?? "\u{FFFD}" }
  let trail = escapedUnit(literal, at: read + 2)
  read += 6
  return Unicode.Scalar(0x10000 + (lead & 0x3FF) << 10 + trail & 0x3FF) ?? "\u{FFFD}"
}

/// The value of the four hexadecimal digits at an offset.
func escapedUnit(_ literal: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt32 {
  guard offset + 4 <= literal.count else { return 0xFFFD }
  var unit: UInt32 = 0
  for index in offset..<offset + 4 {
    unit = unit << 4 | UInt32(hexadecimalValue(literal[index]) ?? 0)
  }
  return unit
}
