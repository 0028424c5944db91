extension Format {
  /// `uri-reference`: a URI, or one relative to another (RFC 3986, section 4.1).
  public static let uriReference = Format(
    "uri-reference", constant: "uriReference", expectation: "a URI or a relative reference",
    test: .text { $0.resourceReference(.uri) })
}
