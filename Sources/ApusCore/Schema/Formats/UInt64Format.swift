extension Format {
  /// `uint64`: a whole number that 64 bits hold without a sign (OpenAPI Format Registry). A
  /// string of digits may stand for it, as not every reader has numbers that large.
  public static let uint64 = Format(
    "uint64", type: ValueType("UInt64"),
    expectation: "a whole number of 64 bits that is not negative",
    test: .integerOrText(UInt64.self))
}
