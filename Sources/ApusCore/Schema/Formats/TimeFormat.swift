extension Format {
  /// `time`: a time of any day, with its offset from UTC (RFC 3339, section 5.6, `full-time`).
  public static let time = Format(
    "time", expectation: "a time such as \"12:00:00Z\"", test: .text { $0.time() != nil })
}
