/// Tells which text needs no quotes in YAML.
enum PlainText {
  /// Whether every reader takes text without quotes for this very string.
  ///
  /// Stricter than the standard: what readers of YAML 1.1 take for a boolean, a date or a number in
  /// base 60 is unsafe too, and so is what could be taken for syntax by anybody in a hurry.
  static func isSafe(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, canStart(first), last != 0x20,
      last != UInt8(ascii: ":"), !isWord(text)
    else { return false }
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x20 where previous == UInt8(ascii: ":"): return false
      case UInt8(ascii: "#") where previous == 0x20: return false
      case 0..<0x20, 0x7F: return false
      default: previous = byte
      }
    }
    return !text.unicodeScalars.contains(where: QuotedText.needsEscape)
  }

  /// Whether text that starts so is neither a number nor anything special.
  private static func canStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "("), 0x80...:
      true
    default: false
    }
  }

  /// Whether text is one of the words that stand for something else in YAML 1.1 or 1.2.
  private static func isWord(_ text: String) -> Bool {
    guard text.utf8.count <= 5 else { return false }
    switch text.lowercased() {
    case "null", "true", "false", "yes", "no", "on", "off", "y", "n": return true
    default: return false
    }
  }
}
