extension Format {
  /// `int64`: a whole number that 64 bits hold with a sign (OpenAPI Format Registry).
  public static let int64 = Format(
    "int64", type: ValueType("Int64"), expectation: "a whole number of 64 bits",
    test: .number { number in number.int64.flatMap { Int64(exactly: $0) } != nil })
}
