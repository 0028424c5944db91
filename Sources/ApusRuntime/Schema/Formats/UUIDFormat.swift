extension Format {
  /// `uuid`: 32 hexadecimal digits in five groups (RFC 9562, section 4).
  public static let uuid = Format(
    "uuid", type: ValueType("UUID", from: "Foundation"), expectation: "a UUID",
    test: .string { text in
      guard text.count == 36 else { return false }
      return text.enumerated().allSatisfy { index, byte in
        switch index {
        case 8, 13, 18, 23: byte == UInt8(ascii: "-")
        default: byte.isHexadecimalDigit
        }
      }
    })
}

extension UInt8 {
  /// Whether it is the ASCII code of `0` to `9`, `a` to `f` or `A` to `F`.
  var isHexadecimalDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
