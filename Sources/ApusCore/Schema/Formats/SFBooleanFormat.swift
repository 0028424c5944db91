extension Format {
  /// `sf-boolean`: a truth value of structured fields: `?0` or `?1` (OpenAPI Format Registry; RFC 8941,
  /// section 3.3.6).
  public static let sfBoolean = Format(
    "sf-boolean", constant: "sfBoolean", expectation: "?0 or ?1",
    test: .text { $0.skip("?") && $0.skip(anyOf: "01") })
}
