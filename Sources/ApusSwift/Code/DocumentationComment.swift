/// Documentation comments made of a document's own descriptions.
enum DocumentationComment {
  /// The columns of text that a line holds. Its indentation comes on top.
  static let width = 88

  /// The lines of a comment that says `text`, each with its `///`; none if it says nothing.
  ///
  /// Long lines of prose are wrapped at spaces; what Markdown reads line by line is left alone.
  static func lines(of text: String) -> [[UInt8]] {
    var comment: [[UInt8]] = []
    var text = text
    text.withUTF8 { bytes in
      var lines = TextLines.lines(of: bytes)[...]
      while lines.last?.isBlank == true { lines.removeLast() }
      var isFenced = false
      for line in lines.drop(while: \.isBlank) {
        let isFence = line.isFence
        if isFence { isFenced.toggle() }
        let shown = line.visible
        let isFixed = isFence || isFenced || isLaidOut(shown)
        for shown in isFixed ? [shown] : wrap(shown) {
          comment.append(Array((shown.isEmpty ? "///" : "/// ").utf8) + shown)
        }
      }
    }
    return comment
  }

  /// `text` on one line.
  static func singleLine(_ text: String) -> String {
    var line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.withUTF8 { String(decoding: TextLine(bytes: $0).visible, as: UTF8.self) }
  }

  /// Whether Markdown gives the line's layout a meaning: a table's row or indented code.
  private static func isLaidOut(_ line: [UInt8]) -> Bool {
    line.starts(with: "    ".utf8) || line.first == UInt8(ascii: "|")
  }

  private static func wrap(_ line: [UInt8]) -> [[UInt8]] {
    guard columns(of: line[...]) > width else { return [line] }
    let margin = Array(line.prefix { $0 == space })
    let indentation = margin + continuation(of: line[margin.count...])
    var lines: [[UInt8]] = []
    var current = margin
    var column = margin.count
    for word in line.split(separator: space) {
      let wordColumns = columns(of: word)
      if column == margin.count, lines.isEmpty {
        current += word
        column += wordColumns
      } else if column + 1 + wordColumns <= width {
        current.append(space)
        current += word
        column += 1 + wordColumns
      } else {
        lines.append(current)
        current = indentation + word
        column = indentation.count + wordColumns
      }
    }
    return lines + [current]
  }

  /// What indents the second line of a list's item.
  private static func continuation(of text: ArraySlice<UInt8>) -> [UInt8] {
    text.starts(with: "- ".utf8) || text.starts(with: "* ".utf8) ? [space, space] : []
  }

  private static func columns(of text: ArraySlice<UInt8>) -> Int {
    text.withUnsafeBufferPointer(Columns.count)
  }
}

private let space = UInt8(ascii: " ")
