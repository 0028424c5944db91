extension Format {
  /// `sf-token`: a token of structured fields (OpenAPI Format Registry; RFC 8941, section 3.3.4).
  public static let sfToken = Format(
    "sf-token", constant: "sfToken", expectation: "a token such as \"gzip\"",
    test: .text { text in
      text.skip { $0.isLetter || $0 == UInt8(ascii: "*") }
        && text.count { $0.isTokenCharacter || $0.isAny(of: ":/") } >= 0
    })
}

extension UInt8 {
  /// `tchar` (RFC 9110, section 5.6.2)
  var isTokenCharacter: Bool { isLetterOrDigit || isAny(of: "!#$%&'*+-.^_`|~") }
}
