extension Format {
  /// `int16`: a whole number that 16 bits hold with a sign (OpenAPI Format Registry).
  public static let int16 = Format(
    "int16", type: ValueType("Int16"), expectation: "a whole number of 16 bits",
    test: .integer(Int16.self))
}
