extension Format {
  /// `uri`: a URI with a scheme (RFC 3986, section 3).
  public static let uri = Format(
    "uri", type: ValueType("URL", from: "Foundation", holdsMore: true),
    expectation: "a URI such as \"https://example.com/\"",
    test: .text { $0.resourceIdentifier(.uri) })
}
