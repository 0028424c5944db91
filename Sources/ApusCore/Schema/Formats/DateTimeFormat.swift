extension Format {
  /// `date-time`: a moment, `2025-01-31T12:00:00.5+01:00` (RFC 3339, section 5.6).
  public static let dateTime = Format(
    "date-time", constant: "dateTime", type: ValueType("Date", from: "Foundation"),
    spellings: .several,
    expectation: "a date and time such as \"2025-01-31T12:00:00Z\"",
    test: .string { Timestamp(utf8: $0) != nil })
}
