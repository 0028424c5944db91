extension Format {
  /// `double`: a number kept with double precision (OpenAPI Format Registry). What is more precise
  /// is rounded, not refused.
  public static let double = Format(
    "double", type: ValueType("Double"), expectation: "a number that a double can hold",
    test: .number { number in nearestDouble(number.literal) != nil })
}
