/// The value of a hexadecimal digit of either case.
@inline(__always)
func hexadecimalValue(_ byte: UInt8) -> UInt8? {
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
