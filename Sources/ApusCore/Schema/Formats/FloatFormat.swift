extension Format {
  /// `float`: a number kept with single precision (OpenAPI Format Registry). What is more precise
  /// is rounded, not refused.
  public static let float = Format(
    "float", type: ValueType("Float"), expectation: "a number that a float can hold",
    test: .number { number in
      nearestDouble(number.literal).map { abs($0) <= Double(Float.greatestFiniteMagnitude) }
        ?? false
    })
}
