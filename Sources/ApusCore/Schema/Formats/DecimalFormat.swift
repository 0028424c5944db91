extension Format {
  /// `decimal`: a decimal number of any precision and range, or a string that is one (OpenAPI Format
  /// Registry). Its type keeps every digit.
  public static let decimal = Format(
    "decimal", type: ValueType("JSONNumber"), expectation: "a decimal number",
    test: .either(number: { _ in true }, string: { ByteScanner.wholly($0) { $0.decimal() } }))
}

extension ByteScanner {
  /// Reads digits with a sign, a fraction and an exponent, or without any of these.
  mutating func decimal() -> Bool {
    _ = skip(anyOf: "+-")
    guard some(where: isDigit), !skip(".") || some(where: isDigit) else { return false }
    guard skip(anyOf: "Ee") else { return true }
    _ = skip(anyOf: "+-")
    return some(JSONNumber.longestExponent, where: isDigit)
  }
}
