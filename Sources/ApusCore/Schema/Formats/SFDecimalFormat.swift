extension Format {
  /// `sf-decimal`: a decimal of structured fields, of 12 digits and three behind the point (OpenAPI
  /// Format Registry; RFC 8941, section 3.3.2).
  public static let sfDecimal = Format(
    "sf-decimal", constant: "sfDecimal", type: ValueType("JSONNumber", holdsMore: true),
    expectation: "a number of at most 12 digits and three behind the point",
    test: .number(
      { number in
        let decimal = number.decimal
        return decimal.isZero || (decimal.magnitude <= 12 && decimal.exponent >= -3)
      }, wholes: -999_999_999_999...999_999_999_999))
}
