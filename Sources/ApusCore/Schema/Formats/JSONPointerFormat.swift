extension Format {
  /// `json-pointer`: the way to a part of a JSON value (RFC 6901, section 3).
  public static let jsonPointer = Format(
    "json-pointer", constant: "jsonPointer", expectation: "a JSON Pointer such as \"/a/0\"",
    test: .text { $0.jsonPointer() })
}

extension ByteScanner {
  /// Reads names, each behind a slash, in which `~0` and `~1` stand for `~` and `/`.
  mutating func jsonPointer() -> Bool {
    guard isAtEnd || isAt("/") else { return false }
    while let byte = take() {
      if byte == UInt8(ascii: "~"), !skip(anyOf: "01") { return false }
    }
    return true
  }
}
