/// Text in quotes (sections 7.3.1 and 7.3.2).
extension YAMLParser {
  mutating func singleQuoted(parentIndent: Int) throws(SyntaxFailure) -> Scalar {
    let start = position
    position += 1
    if let scalar = simpleQuoted(UInt8(ascii: "'"), start: start) { return scalar }
    let textStart = builder.text.count
    var plainStart = start + 1
    var isOnOneLine = true
    while position < end {
      switch base[position] {
      case UInt8(ascii: "'") where byte(at: position + 1) == UInt8(ascii: "'"):
        appendSource(plainStart..<(position + 1))
        position += 2
        plainStart = position
      case UInt8(ascii: "'"):
        appendSource(plainStart..<position)
        position += 1
        return Scalar(
          range: start..<position, style: .rewrittenQuoted(textStart), isOnOneLine: isOnOneLine)
      case 0x0A, 0x0D:
        isOnOneLine = false
        appendTrimmed(plainStart..<position)
        appendFold(breaks: try quotedBreaks(parentIndent: parentIndent, start: start))
        plainStart = position
      default: position += 1
      }
    }
    throw unclosedQuote(start)
  }

  mutating func doubleQuoted(parentIndent: Int) throws(SyntaxFailure) -> Scalar {
    let start = position
    position += 1
    if let scalar = simpleQuoted(UInt8(ascii: "\""), start: start) { return scalar }
    let textStart = builder.text.count
    var plainStart = start + 1
    var isOnOneLine = true
    while position < end {
      switch base[position] {
      case UInt8(ascii: "\""):
        appendSource(plainStart..<position)
        position += 1
        return Scalar(
          range: start..<position, style: .rewrittenQuoted(textStart), isOnOneLine: isOnOneLine)
      case UInt8(ascii: "\\"):
        appendSource(plainStart..<position)
        if byte(at: position + 1) == 0x0A || byte(at: position + 1) == 0x0D {
          isOnOneLine = false
          position += 1
          appendBreaks(try quotedBreaks(parentIndent: parentIndent, start: start) - 1)
        } else {
          try escape()
        }
        plainStart = position
      case 0x0A, 0x0D:
        isOnOneLine = false
        appendTrimmed(plainStart..<position)
        appendFold(breaks: try quotedBreaks(parentIndent: parentIndent, start: start))
        plainStart = position
      default: position += 1
      }
    }
    throw unclosedQuote(start)
  }

  /// Reads on to the closing quote if the text needs no rewriting; else stays where that begins.
  private mutating func simpleQuoted(_ quote: UInt8, start: Int) -> Scalar? {
    while position < end {
      let byte = base[position]
      if byte == quote {
        if quote == UInt8(ascii: "'"), self.byte(at: position + 1) == quote { return nil }
        position += 1
        return Scalar(range: start..<position, style: .quoted((start + 1)..<(position - 1)))
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { return nil }
      if byte == 0x0A || byte == 0x0D { return nil }
      position += 1
    }
    return nil
  }

  /// Appends text without the blanks at its end, which belong to the line break behind it.
  private mutating func appendTrimmed(_ range: Range<Int>) {
    var end = range.upperBound
    while end > range.lowerBound, base[end - 1] == 0x20 || base[end - 1] == 0x09 { end -= 1 }
    appendSource(range.lowerBound..<end)
  }

  /// Passes line breaks and indentation up to the next text, and returns how many lines ended.
  private mutating func quotedBreaks(
    parentIndent: Int, start: Int
  ) throws(SyntaxFailure) -> Int {
    var breaks = 0
    while peek() == 0x0A || peek() == 0x0D {
      position = source.behindBreak(at: position)
      lineStart = position
      breaks += 1
      position += source.spaces(from: position)
      let indent = position - lineStart
      skipBlanks()
      guard position < end else { throw unclosedQuote(start) }
      let isBlank = base[position] == 0x0A || base[position] == 0x0D
      if isAtDocumentMarker { throw unclosedQuote(start) }
      if !isBlank { try checkIndent(indent, over: parentIndent, start: start) }
    }
    return breaks
  }
}
