/// Text of several lines that can stand as it is in YAML, behind `|` (section 8.1.2).
struct LiteralText {
  private let text: String
  /// What becomes of the line breaks at the end.
  private let chomping: String

  /// Nothing if the text is better written in quotes: if it has one line only, characters that need
  /// an escape, or starts with a blank, which would pass for indentation.
  init?(_ text: String) {
    guard text.utf8.contains(0x0A), let first = text.utf8.first, first != 0x0A, first != 0x20,
      first != 0x09
    else { return nil }
    let needsEscape = text.unicodeScalars.contains { scalar in
      scalar != "\n" && scalar != "\t" && QuotedText.needsEscape(scalar)
    }
    guard !needsEscape else { return nil }
    self.text = text
    let breaks = text.utf8.reversed().prefix { $0 == 0x0A }.count
    chomping = breaks == 0 ? "-" : breaks == 1 ? "" : "+"
  }

  /// Appends the indicator and the lines, indented by so many spaces, and ends the last line.
  func append(to bytes: inout [UInt8], indent: Int) {
    bytes.append("|\(chomping)")
    bytes.append(0x0A)
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    // Behind the last line break there is no line.
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      if !line.isEmpty { bytes.appendSpaces(indent) }
      bytes.append(contentsOf: line)
      bytes.append(0x0A)
    }
  }
}
