extension Format {
  /// `uint16`: a whole number that 16 bits hold without a sign (OpenAPI Format Registry).
  public static let uint16 = Format(
    "uint16", type: ValueType("UInt16"),
    expectation: "a whole number of 16 bits that is not negative",
    test: .integer(UInt16.self))
}
