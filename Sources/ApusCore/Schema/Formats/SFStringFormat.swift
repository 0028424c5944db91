extension Format {
  /// `sf-string`: a string of structured fields, in quotation marks (OpenAPI Format Registry; RFC 8941,
  /// section 3.3.3).
  public static let sfString = Format(
    "sf-string", constant: "sfString", expectation: "ASCII in quotation marks",
    test: .text { text in
      guard text.skip("\"") else { return false }
      while let byte = text.take() {
        if byte == UInt8(ascii: "\"") { return true }
        guard byte == UInt8(ascii: "\\") ? text.skip(anyOf: "\"\\") : byte == 0x20 || byte.isVisible
        else { return false }
      }
      return false
    })
}
