extension Format {
  /// `uint8`: a whole number that 8 bits hold without a sign (OpenAPI Format Registry).
  public static let uint8 = Format(
    "uint8", type: ValueType("UInt8"), expectation: "a whole number of 8 bits that is not negative",
    test: .integer(UInt8.self))
}
