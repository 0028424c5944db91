extension Format {
  /// `sf-integer`: an integer of structured fields, of 15 digits (OpenAPI Format Registry; RFC 8941,
  /// section 3.3.1).
  public static let sfInteger = Format(
    "sf-integer", constant: "sfInteger", type: ValueType("Int64", holdsMore: true),
    expectation: "a whole number of at most 15 digits",
    test: .number(
      { number in
        (number.integer() as Int64?).map { $0.magnitude <= 999_999_999_999_999 } ?? false
      }, wholes: -999_999_999_999_999...999_999_999_999_999))
}
