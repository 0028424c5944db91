extension Format {
  /// `sf-binary`: bytes of structured fields: base64 between colons (OpenAPI Format Registry; RFC 8941,
  /// section 3.3.5).
  public static let sfBinary = Format(
    "sf-binary", constant: "sfBinary", expectation: "base64 between colons",
    test: .text { $0.skip(":") && $0.base64(.standard) && $0.skip(":") })
}
