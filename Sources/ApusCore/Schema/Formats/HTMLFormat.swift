extension Format {
  /// `html`: a text in HTML (OpenAPI Format Registry). Any text can be read as one.
  public static let html = Format("html", expectation: "a string", test: .anyString)
}
