extension Format {
  /// `media-range`: a media type or many of them, `text/*;q=0.5` (OpenAPI Format Registry; RFC 9110,
  /// section 12.5.1).
  public static let mediaRange = Format(
    "media-range", constant: "mediaRange", expectation: "a media range such as \"text/*\"",
    test: .text { text in
      // An asterisk is a token, too: "*/*" is one slash between two.
      if text.skip(word: "*/") { return text.skip("*") && text.parameters() }
      return text.token() && text.skip("/") && text.token() && text.parameters()
    })
}

extension ByteScanner {
  /// `token` (RFC 9110, section 5.6.2)
  fileprivate mutating func token() -> Bool { some(where: \.isTokenCharacter) }

  /// `parameters` (RFC 9110, section 5.6.6)
  fileprivate mutating func parameters() -> Bool {
    while true {
      skipSpace()
      guard !isAtEnd else { return true }
      guard skip(";") else { return false }
      skipSpace()
      if isAtEnd || isAt(";") { continue }
      guard token(), skip("="), isAt("\"") ? quotedString() : token() else { return false }
    }
  }

  private mutating func skipSpace() {
    _ = count { $0 == 0x20 || $0 == 0x09 }
  }

  /// `quoted-string` (RFC 9110, section 5.6.4)
  private mutating func quotedString() -> Bool {
    guard skip("\"") else { return false }
    while let byte = take() {
      if byte == UInt8(ascii: "\"") { return true }
      let content = byte == UInt8(ascii: "\\") ? take() : byte
      guard let content, content >= 0x20 || content == 0x09, content != 0x7F else { return false }
    }
    return false
  }
}
