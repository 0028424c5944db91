// How whole numbers of a fixed size are tested.

extension Format.Test {
  /// Whether a number is whole, however it is written, and in the range of a type.
  static func integer<Integer: FixedWidthInteger & Sendable>(_ type: Integer.Type) -> Format.Test {
    .number({ $0.integer() as Integer? != nil }, wholes: wholes(of: type))
  }

  /// The same, or whether a string is the digits of such a number.
  static func integerOrText<Integer: FixedWidthInteger & Sendable>(
    _ type: Integer.Type
  ) -> Format.Test {
    .either(
      number: { $0.integer() as Integer? != nil },
      string: { text in
        ByteScanner.wholly(text) { $0.decimalNumber(allowsFraction: false) }
          && JSONDecimal(text).integer() as Integer? != nil
      },
      wholes: wholes(of: type))
  }

  private static func wholes<Integer: FixedWidthInteger>(
    of type: Integer.Type
  ) -> ClosedRange<Int64> {
    Int64(clamping: Integer.min)...Int64(clamping: Integer.max)
  }
}

extension ByteScanner {
  /// Reads digits, with a minus sign before or not, and perhaps with a fraction.
  mutating func decimalNumber(allowsFraction: Bool) -> Bool {
    _ = skip("-")
    guard some(where: isDigit) else { return false }
    return !(allowsFraction && skip(".")) || some(where: isDigit)
  }
}
