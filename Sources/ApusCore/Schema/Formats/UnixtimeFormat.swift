extension Format {
  /// `unixtime`: the seconds since the beginning of 1970, as a number or a string that is one (OpenAPI
  /// Format Registry; POSIX.1-2024, section 4.19).
  public static let unixtime = Format(
    "unixtime", expectation: "the seconds since 1970",
    test: .either(
      number: { _ in true },
      string: { ByteScanner.wholly($0) { $0.decimalNumber(allowsFraction: true) } }))
}
