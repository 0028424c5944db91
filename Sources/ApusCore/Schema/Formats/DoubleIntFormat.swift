extension Format {
  /// `double-int`: a whole number that a double holds exactly, as all its neighbours are (OpenAPI
  /// Format Registry): from -2⁵³ + 1 to 2⁵³ - 1.
  public static let doubleInt = Format(
    "double-int", constant: "doubleInt", type: ValueType("Int64", holdsMore: true),
    expectation: "a whole number of 53 bits",
    test: .number(
      { number in
        (number.integer() as Int64?).map { $0.magnitude < 1 << 53 } ?? false
      }, wholes: -9_007_199_254_740_991...9_007_199_254_740_991))
}
