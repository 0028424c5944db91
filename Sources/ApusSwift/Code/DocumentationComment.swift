/// Documentation comments made of a document's own descriptions.
enum DocumentationComment {
  /// The columns of text that a line holds. Its indentation comes on top.
  private static let width = 88

  /// The lines of a comment that says `text`, each with its `///`; none if it says nothing.
  ///
  /// Long lines of prose are wrapped at spaces; what Markdown reads line by line is left alone.
  static func lines(of text: String) -> [String] {
    var lines: [Substring] = text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    lines = Array(lines.drop { $0.allSatisfy(\.isWhitespace) })
    var isFenced = false
    return lines.flatMap { line in
      let isFence = line.drop { $0 == " " }.hasPrefix("```")
      if isFence { isFenced.toggle() }
      let shown = visible(line)
      return isFence || isFenced || isLaidOut(shown) ? [shown] : wrap(shown)
    }.map { $0.isEmpty ? "///" : "/// " + $0 }
  }

  /// `text` on one line.
  static func singleLine(_ text: String) -> String {
    visible(text.split(whereSeparator: \.isNewline).joined(separator: " ")[...])
  }

  /// The line without what can't be seen, and without spaces at its end.
  private static func visible(_ line: Substring) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      if scalar == "\t" {
        scalars.append(contentsOf: "    ".unicodeScalars)
      } else if !scalar.isInvisible {
        scalars.append(scalar)
      }
    }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }

  /// Whether Markdown gives the line's layout a meaning: a table's row or indented code.
  private static func isLaidOut(_ line: String) -> Bool {
    line.hasPrefix("    ") || line.hasPrefix("|")
  }

  private static func wrap(_ line: String) -> [String] {
    guard line.count > width else { return [line] }
    let margin = String(line.prefix { $0 == " " })
    let indentation = margin + continuation(of: line)
    var lines: [String] = []
    var current = margin
    for word in line.split(separator: " ") {
      if current.count == margin.count, lines.isEmpty {
        current += word
      } else if current.count + 1 + word.count <= width {
        current += " " + word
      } else {
        lines.append(current)
        current = indentation + word
      }
    }
    return lines + [current]
  }

  /// What indents the second line of a list's item.
  private static func continuation(of line: String) -> String {
    let text = line.drop { $0 == " " }
    return text.hasPrefix("- ") || text.hasPrefix("* ") ? "  " : ""
  }
}
