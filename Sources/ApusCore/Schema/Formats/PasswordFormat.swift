extension Format {
  /// `password`: any text, which people should not see (OpenAPI Format Registry).
  public static let password = Format("password", expectation: "a string", test: .anyString)
}
