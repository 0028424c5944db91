extension Format {
  /// `uuid`: 32 hexadecimal digits in five groups (RFC 9562, section 4).
  public static let uuid = Format(
    "uuid", type: ValueType("UUID", from: "Foundation"), spellings: .ofEitherCase,
    expectation: "a UUID",
    test: .string { text in
      guard text.count == 36 else { return false }
      return text.enumerated().allSatisfy { index, byte in
        switch index {
        case 8, 13, 18, 23: byte == UInt8(ascii: "-")
        default: hexadecimalValue(byte) != nil
        }
      }
    })
}
