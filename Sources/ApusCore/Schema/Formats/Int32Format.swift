extension Format {
  /// `int32`: a whole number that 32 bits hold with a sign (OpenAPI Format Registry).
  public static let int32 = Format(
    "int32", type: ValueType("Int32"), expectation: "a whole number of 32 bits",
    test: .integer(Int32.self))
}
