/// The marks around a document (section 9.1).
extension YAMLParser {
  /// Passes directives, which are an error, and `---`.
  mutating func passDocumentStart() throws(SyntaxFailure) {
    while skipToToken(), position == lineStart, peek() == UInt8(ascii: "%") {
      let start = position
      skipLine()
      diagnostics.error(
        "directives are not supported; leave this line out", at: file.span(start..<position))
    }
    guard isAtDocumentMarker, peek() == UInt8(ascii: "-") else { return rewindLine() }
    position += 3
    contentEnd = position
    context = .key
  }

  /// Moves back to the line's start, so that the first token is met again.
  private mutating func rewindLine() { position = lineStart }

  /// Makes null the document's value where `---` or an anchor has none behind it.
  mutating func emptyRoot() throws(SyntaxFailure) {
    guard contentEnd > documentStart else {
      throw SyntaxFailure("the document is empty", at: documentStart..<documentStart)
    }
    try emptyNode(at: contentEnd)
  }

  /// Demands that nothing but comments follows the document.
  mutating func documentEnd() throws(SyntaxFailure) {
    while position < end {
      guard isAtDocumentMarker, peek() == UInt8(ascii: ".") else { throw secondDocument() }
      position += 3
      skipBlanks()
      guard isAtLineEnd() else { throw textBehindNode() }
      _ = skipToToken()
    }
  }

  private func secondDocument() -> SyntaxFailure {
    SyntaxFailure(
      "several documents in one file are not supported; keep one of them",
      at: position..<min(position + 3, end))
  }
}
