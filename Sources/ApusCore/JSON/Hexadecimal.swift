/// The value of a hexadecimal digit of either case.
@inline(__always)
package func hexadecimalValue(_ byte: UInt8) -> UInt8? {
  let digit = byte &- UInt8(ascii: "0")
  if digit < 10 { return digit }
  let letter = (byte | 0x20) &- UInt8(ascii: "a")
  return letter < 6 ? letter + 10 : nil
}

/// The digit of a value below 16, in lower case.
@inline(__always)
func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value &+ (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
}

// Eight digits looked at together, as one little-endian word.

/// The eight digits of four bytes in memory's order, in lower case.
@inline(__always)
func hexadecimalDigits(_ bytes: UInt32) -> UInt64 {
  var halves = UInt64(bytes)
  halves = (halves | halves << 16) & 0x0000_FFFF_0000_FFFF
  halves = (halves | halves << 8) & 0x00FF_00FF_00FF_00FF
  halves = (halves >> 4 | halves << 8) & 0x0F0F_0F0F_0F0F_0F0F
  let isLetter = (halves &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
  return halves &+ 0x3030_3030_3030_3030 &+ isLetter &* 0x27
}

/// The four bytes that eight digits of either case stand for, or nil if one is no digit.
@inline(__always)
func hexadecimalBytes(_ digits: UInt64) -> UInt32? {
  let isLetter = digits >> 6 & 0x0101_0101_0101_0101
  var halves = digits & 0x0F0F_0F0F_0F0F_0F0F &+ isLetter &* 9
  halves = (halves << 4 | halves >> 8) & 0x00FF_00FF_00FF_00FF
  halves = (halves | halves >> 8) & 0x0000_FFFF_0000_FFFF
  let bytes = UInt32(truncatingIfNeeded: halves | halves >> 16)
  // What isn't a digit doesn't come back as it was.
  return hexadecimalDigits(bytes) == digits | isLetter << 5 ? bytes : nil
}
