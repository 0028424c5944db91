/// Swift's string literals.
enum StringLiteral {
  /// A literal on one line that means `text`.
  ///
  /// Whatever could end the literal, begin an interpolation, break the line or change how an
  /// editor shows the text is escaped.
  static func swift(_ text: String) -> String {
    "\"" + escaped(text) + "\""
  }

  /// What stands between the quotes of such a literal.
  static func escaped(_ text: String) -> String {
    text.utf8.allSatisfy(isPlain) ? text : text.unicodeScalars.map(escaped).joined()
  }

  /// Whether a byte is an ASCII character that stands for itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    0x20..<0x7F ~= byte && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// What stands between the quotes in pieces of at most so many characters, none of which ends
  /// inside an escape.
  static func chunks(
    of content: ArraySlice<UInt8>, upTo limit: Int
  ) -> [ArraySlice<UInt8>] {
    var chunks: [ArraySlice<UInt8>] = []
    var start = content.startIndex
    var end = start
    while end < content.endIndex {
      let next = endOfUnit(at: end, in: content)
      let count = content[start..<end].withUnsafeBufferPointer(Columns.count)
      let unit = content[end] == UInt8(ascii: "\\") ? next - end : 1
      // However many marks stand on one letter, a line ends somewhere.
      if count + unit > limit || end - start > 8 * limit {
        chunks.append(content[start..<end])
        start = end
      }
      end = next
    }
    return chunks + [content[start...]]
  }

  /// Where an escape, or else a character of Unicode, ends.
  private static func endOfUnit(at start: Int, in content: ArraySlice<UInt8>) -> Int {
    var end = start + 1
    if content[start] == UInt8(ascii: "\\") {
      guard end < content.endIndex, content[end] == UInt8(ascii: "u") else {
        return min(end + 1, content.endIndex)
      }
      while end < content.endIndex, content[end] != UInt8(ascii: "}") { end += 1 }
      return min(end + 1, content.endIndex)
    }
    while end < content.endIndex, content[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default:
      scalar.isInvisible
        ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
    }
  }
}

extension Unicode.Scalar {
  /// Whether a reader can't see it, so that it could hide what the text says: control and format
  /// characters (among them those that reorder text), line and paragraph separators, and what is
  /// unassigned or private.
  var isInvisible: Bool {
    // Nearly all text is ASCII, whose characters need no table.
    if isASCII { return value < 0x20 || value == 0x7F }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return true
    default: return false
    }
  }
}
