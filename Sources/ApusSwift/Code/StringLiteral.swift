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
    text.unicodeScalars.map(escaped).joined()
  }

  /// The same in pieces of at most so many characters, none of which ends inside an escape.
  static func chunks(of text: String, upTo limit: Int) -> [String] {
    var chunks = [""]
    for piece in text.unicodeScalars.map(escaped) {
      if chunks[chunks.count - 1].count + piece.count > limit { chunks.append("") }
      chunks[chunks.count - 1] += piece
    }
    return chunks
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
