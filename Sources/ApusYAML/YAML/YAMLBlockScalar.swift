/// Literal and folded text (section 8.1).
extension YAMLParser {
  /// What stands behind `|` or `>`.
  private struct Header {
    enum Chomping { case strip, clip, keep }

    var isFolded: Bool
    var chomping = Chomping.clip
    /// The column of the text, if it is written down.
    var indent: Int?
  }

  mutating func blockScalar() throws(SyntaxFailure) {
    let start = position
    let anchor = try takeAnchor()
    if frame.state == .explicitKey { throw textBlockAsKey() }
    let header = try readHeader()
    let textStart = builder.text.count
    let indent = if let indent = header.indent { indent } else { try detectedIndent() }
    contentEnd = position
    let breaks = try blockLines(indent: indent, isFolded: header.isFolded)
    switch header.chomping {
    case .strip: break
    case .clip: if builder.text.count > textStart { appendBreaks(min(breaks, 1)) }
    case .keep: appendBreaks(breaks)
    }
    builder.rewrittenScalar(.string, at: start..<contentEnd, textStart: textStart)
    completeNode(anchor: anchor, nodeCount: 1, height: 0)
  }

  /// Reads the header and moves to the start of the line behind it.
  private mutating func readHeader() throws(SyntaxFailure) -> Header {
    var header = Header(isFolded: peek() == UInt8(ascii: ">"))
    position += 1
    for _ in 0..<2 {
      switch peek() {
      case UInt8(ascii: "-") where header.chomping == .clip: header.chomping = .strip
      case UInt8(ascii: "+") where header.chomping == .clip: header.chomping = .keep
      case UInt8(ascii: "1")...UInt8(ascii: "9") where header.indent == nil:
        // At the top, readers disagree about what the number counts from.
        guard frame.kind != .document else {
          throw SyntaxFailure(
            "an indentation indicator is not supported at the top of a document; leave it out",
            at: range(at: position))
        }
        header.indent = parentIndent + Int(peek() - UInt8(ascii: "0"))
      default: continue
      }
      position += 1
    }
    contentEnd = position
    skipBlanks()
    guard isAtLineEnd() else {
      throw SyntaxFailure(
        "text can't start in the line of '|' or '>'; put quotes around text like this",
        at: range(at: position))
    }
    skipLine()
    if position < end { position = source.behindBreak(at: position) }
    lineStart = position
    return header
  }

  /// The column of the first line that isn't blank.
  private func detectedIndent() throws(SyntaxFailure) -> Int {
    var line = position
    var deepest = (indent: 0, line: line)
    while line < end {
      let indent = source.spaces(from: line)
      let cursor = line + indent
      guard byte(at: cursor) == 0x0A || byte(at: cursor) == 0x0D else {
        if cursor == end {
          if indent > deepest.indent { deepest = (indent, line) }
          break
        }
        if indent <= parentIndent { break }
        if deepest.indent > indent {
          throw SyntaxFailure(
            "this blank line has more spaces than the text behind it is indented; shorten it",
            at: deepest.line..<(deepest.line + deepest.indent))
        }
        return indent
      }
      if indent > deepest.indent { deepest = (indent, line) }
      line = source.behindBreak(at: cursor)
    }
    return max(deepest.indent, parentIndent + 1)
  }

  /// Appends the lines that belong to the text, without the last line breaks, whose number it returns.
  ///
  /// The end of the document ends a last line of blanks like a line break, but not one of text.
  private mutating func blockLines(
    indent: Int, isFolded: Bool
  ) throws(SyntaxFailure) -> Int {
    var breaks = 0
    var isFirst = true
    var wasIndentedMore = false
    while position < end {
      var cursor = position
      while cursor - position < indent, byte(at: cursor) == 0x20 { cursor += 1 }
      if isSpace(at: cursor), byte(at: cursor) != 0x20, byte(at: cursor) != 0x09 {
        breaks += 1
      } else {
        if cursor - position < indent {
          if isBlankTab(at: cursor) { throw tabInBlockScalar(at: cursor) }
          break
        }
        if indent == 0, source.isDocumentMarker(at: cursor) { break }
        let isIndentedMore = base[cursor] == 0x20 || base[cursor] == 0x09
        if isFolded, !isFirst, !wasIndentedMore, !isIndentedMore {
          appendFold(breaks: breaks)
        } else {
          appendBreaks(breaks)
        }
        wasIndentedMore = isIndentedMore
        isFirst = false
        let start = cursor
        cursor = source.lineEnd(from: cursor)
        appendSource(start..<cursor)
        contentEnd = cursor
        breaks = cursor < end || isBlank(start..<cursor) ? 1 : 0
      }
      position = cursor < end ? source.behindBreak(at: cursor) : cursor
      lineStart = position
    }
    return breaks
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    range.allSatisfy { base[$0] == 0x20 || base[$0] == 0x09 }
  }

  /// Whether a tab and nothing but blanks is left of a line.
  private func isBlankTab(at offset: Int) -> Bool {
    guard byte(at: offset) == 0x09 else { return false }
    var cursor = offset
    while byte(at: cursor) == 0x20 || byte(at: cursor) == 0x09 { cursor += 1 }
    return isSpace(at: cursor)
  }

  private func tabInBlockScalar(at offset: Int) -> SyntaxFailure {
    SyntaxFailure(
      "a tab can't indent a blank line of this text; use spaces or none", at: range(at: offset))
  }
}
