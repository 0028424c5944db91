extension Format {
  /// `date`: a day, `2025-01-31` (RFC 3339, section 5.6, `full-date`).
  public static let date = Format(
    "date", type: ValueType("CalendarDate"), expectation: "a date such as \"2025-01-31\"",
    test: .text { $0.date() != nil })
}
