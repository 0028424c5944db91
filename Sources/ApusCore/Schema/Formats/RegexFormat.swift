extension Format {
  /// `regex`: a regular expression of ECMA-262, as the keyword `pattern` has it (JSON Schema
  /// Validation, section 7.3.8).
  public static let regex = Format(
    "regex", expectation: "a regular expression",
    test: .string { text in
      (try? PatternParser.parse(String(decoding: text, as: UTF8.self))) != nil
    })
}
