extension Format {
  /// `int64`: a whole number that 64 bits hold with a sign (OpenAPI Format Registry). A string of
  /// digits may stand for it, as not every reader has numbers that large.
  public static let int64 = Format(
    "int64", type: ValueType("Int64"), expectation: "a whole number of 64 bits",
    test: .integerOrText(Int64.self))
}
