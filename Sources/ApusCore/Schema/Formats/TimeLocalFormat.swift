extension Format {
  /// `time-local`: a time of any day without an offset from UTC (OpenAPI Format Registry; RFC 3339,
  /// section 5.6, `partial-time`).
  public static let timeLocal = Format(
    "time-local", constant: "timeLocal",
    expectation: "a time without an offset, such as \"12:00:00\"",
    test: .text { $0.clock() != nil })
}
