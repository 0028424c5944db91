extension Format {
  /// `decimal128`: a decimal number of 34 significant digits, or a string that is one, where `NaN`,
  /// `INF` and `-INF` are too (OpenAPI Format Registry; IEEE 754-2019, section 3.5.2).
  public static let decimal128 = Format(
    "decimal128", type: ValueType("JSONNumber", holdsMore: true),
    expectation: "a decimal number of 34 digits",
    test: .either(
      number: { $0.decimal.isDecimal128 },
      string: { text in
        if ["NaN", "INF", "-INF"].contains(where: { text.elementsEqual($0.utf8) }) { return true }
        return ByteScanner.wholly(text) { $0.decimal() } && JSONDecimal(text).isDecimal128
      }))
}

extension JSONDecimal {
  /// Whether 34 digits and an exponent of decimal128 hold the value exactly.
  fileprivate var isDecimal128: Bool {
    isZero || (count <= 34 && exponent >= -6_176 && magnitude <= 6_145)
  }
}
