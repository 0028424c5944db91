extension Format {
  /// `uuid`: 32 hexadecimal digits in five groups (RFC 9562, section 4).
  public static let uuid = Format(name: "uuid", swiftName: "uuid", expectation: "a UUID") { text in
    guard text.count == 36 else { return false }
    for (index, byte) in text.enumerated() {
      switch index {
      case 8, 13, 18, 23: if byte != UInt8(ascii: "-") { return false }
      default: if !byte.isHexadecimalDigit { return false }
      }
    }
    return true
  }
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
