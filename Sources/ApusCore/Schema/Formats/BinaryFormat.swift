extension Format {
  /// `binary`: any bytes (OpenAPI Format Registry). In JSON, that is any text.
  public static let binary = Format("binary", expectation: "a string", test: .anyString)
}
