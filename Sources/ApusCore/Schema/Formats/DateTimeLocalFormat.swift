extension Format {
  /// `date-time-local`: a date and time without an offset from UTC (OpenAPI Format Registry; RFC
  /// 3339, section 5.6).
  public static let dateTimeLocal = Format(
    "date-time-local", constant: "dateTimeLocal",
    expectation: "a date and time without an offset, such as \"2025-01-31T12:00:00\"",
    test: .text { $0.date() != nil && $0.skip(anyOf: "Tt") && $0.clock() != nil })
}
