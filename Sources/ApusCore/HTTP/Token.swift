/// The words that methods, field names and media types are made of (RFC 9110, section 5.6.2).
package enum Token {
  /// Whether the text is one or more token characters.
  package static func isValid(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isCharacter)
  }

  /// Whether the text is one or more token characters.
  package static func isValid(_ text: String) -> Bool { isValid(text[...]) }

  /// Whether the byte may stand in a token.
  package static func isCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
      UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default:
      false
    }
  }
}
