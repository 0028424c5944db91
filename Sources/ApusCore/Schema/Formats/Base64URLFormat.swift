extension Format {
  /// `base64url`: bytes in base64 of the alphabet for URLs, padded or not (OpenAPI Format Registry;
  /// RFC 4648, section 5).
  public static let base64url = Format(
    "base64url", expectation: "bytes in base64 for URLs", test: .text { $0.base64(.url) })
}
