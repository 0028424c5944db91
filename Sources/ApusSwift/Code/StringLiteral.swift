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
    var literal = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      default:
        if scalar.isInvisible {
          literal += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        } else {
          literal.unicodeScalars.append(scalar)
        }
      }
    }
    return literal
  }
}

extension Unicode.Scalar {
  /// Whether a reader can't see it, so that it could hide what the text says: control and format
  /// characters (among them those that reorder text), line and paragraph separators, and what is
  /// unassigned or private.
  var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      true
    default: false
    }
  }
}
