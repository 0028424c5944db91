extension Format {
  /// `char`: one character (OpenAPI Format Registry), which is one code point, as lengths are counted.
  public static let char = Format(
    "char", expectation: "one character",
    test: .string { text in text.count { $0 & 0xC0 != 0x80 } == 1 })
}
