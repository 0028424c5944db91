extension Format {
  /// `int8`: a whole number that 8 bits hold with a sign (OpenAPI Format Registry).
  public static let int8 = Format(
    "int8", type: ValueType("Int8"), expectation: "a whole number of 8 bits",
    test: .integer(Int8.self))
}
