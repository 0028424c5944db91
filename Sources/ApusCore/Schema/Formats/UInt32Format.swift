extension Format {
  /// `uint32`: a whole number that 32 bits hold without a sign (OpenAPI Format Registry).
  public static let uint32 = Format(
    "uint32", type: ValueType("UInt32"),
    expectation: "a whole number of 32 bits that is not negative",
    test: .integer(UInt32.self))
}
