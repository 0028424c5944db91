/// What a text is, by its looks.
enum ContentKind {
  /// The keys that only the top of a document has that this tool reads.
  private static let documentKeys = ["openapi", "swagger", "overlay"].flatMap { word in
    ["\(word):", "\(word) :", "\"\(word)\"", "'\(word)'"].map { Array($0.utf8) }
  }

  /// Whether the first character is one that an array or object starts with.
  static func startsWithBracket(_ bytes: ArraySlice<UInt8>) -> Bool {
    switch bytes.first(where: { !isSpace($0) }) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): true
    default: false
    }
  }

  /// Whether a line starts with a document's key, at the column of the first line with text.
  ///
  /// In JSON, any line may, and the key may also follow the opening brace at once.
  static func hasDocumentKey(_ bytes: ArraySlice<UInt8>) -> Bool {
    let isJSON = startsWithBracket(bytes)
    var indent: Int?
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let start = line.firstIndex(where: { !isSpace($0) && $0 != UInt8(ascii: "{") }),
        line[start] != UInt8(ascii: "#"), !line[start...].starts(with: [0x2D, 0x2D, 0x2D])
      else { continue }
      let column = start - line.startIndex
      if indent == nil { indent = column }
      guard isJSON || column == indent else { continue }
      if documentKeys.contains(where: { line[start...].starts(with: $0) }) { return true }
    }
    return false
  }

  /// Whether a page's first fence stands before any line that is a document's key.
  static func isMarkdown(_ bytes: [UInt8]) -> Bool {
    guard let fence = MarkdownPage(bytes: bytes).blocks().first else { return false }
    return !hasDocumentKey(bytes[..<fence.opening.lowerBound])
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
