extension Format {
  /// `commonmark`: a text in CommonMark (OpenAPI Format Registry). Any text is one.
  public static let commonmark = Format("commonmark", expectation: "a string", test: .anyString)
}
