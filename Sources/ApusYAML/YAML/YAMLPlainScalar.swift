/// Text without quotes (section 7.3.3).
extension YAMLParser {
  mutating func plain(parentIndent: Int, inFlow: Bool) throws(SyntaxFailure) -> Scalar {
    let start = position
    guard source.canStartPlain(at: start, inFlow: inFlow) else { throw noPlainText(inFlow: inFlow) }
    var textEnd = source.plainEnd(from: start, inFlow: inFlow)
    position = textEnd
    guard var next = source.continuation(of: textEnd, parentIndent: parentIndent, inFlow: inFlow)
    else {
      return Scalar(range: start..<textEnd, style: .plain(start..<textEnd))
    }
    let textStart = builder.text.count
    appendSource(start..<textEnd)
    while true {
      appendFold(breaks: next.breaks)
      lineStart = next.lineStart
      textEnd = source.plainEnd(from: next.offset, inFlow: inFlow)
      appendSource(next.offset..<textEnd)
      position = textEnd
      guard let line = source.continuation(of: textEnd, parentIndent: parentIndent, inFlow: inFlow)
      else { break }
      next = line
    }
    return Scalar(range: start..<textEnd, style: .rewrittenPlain(textStart), isOnOneLine: false)
  }

  /// Appends a part of the source to the rewritten text.
  mutating func appendSource(_ range: Range<Int>) {
    builder.text.append(
      contentsOf: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// Appends what line breaks between two lines of text fold into (section 6.5): one makes a space,
  /// the first of several vanishes.
  mutating func appendFold(breaks: Int) {
    if breaks == 1 {
      builder.text.append(0x20)
    } else {
      appendBreaks(breaks - 1)
    }
  }

  mutating func appendBreaks(_ count: Int) {
    builder.text.append(contentsOf: repeatElement(0x0A, count: max(count, 0)))
  }
}

/// Where text without quotes starts, ends and goes on.
extension YAMLText {
  /// Whether plain text can start at an offset.
  func canStartPlain(at offset: Int, inFlow: Bool) -> Bool {
    switch byte(at: offset) {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      !isSeparator(behind: offset + 1, inFlow: inFlow)
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"),
      UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), 0x20, 0x09,
      0x0A, 0x0D, 0:
      false
    default: true
    }
  }

  /// The offset behind the last character of plain text in this line, blanks left off.
  func plainEnd(from start: Int, inFlow: Bool) -> Int {
    var cursor = start
    var textEnd = start
    while cursor < end {
      let byte = base[cursor]
      if byte > UInt8(ascii: ":"), !inFlow {
        cursor += 1
        textEnd = cursor
        continue
      }
      switch byte {
      case 0x20, 0x09:
        cursor += 1
        continue
      case 0x0A, 0x0D: return textEnd
      case UInt8(ascii: ":") where isSeparator(behind: cursor + 1, inFlow: inFlow): return textEnd
      // Text directly before `#` makes it part of the text.
      case UInt8(ascii: "#") where cursor > textEnd: return textEnd
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"):
        if inFlow { return textEnd }
      default: break
      }
      cursor += 1
      textEnd = cursor
    }
    return textEnd
  }

  /// The line that goes on with plain text that ends at an offset.
  func continuation(
    of offset: Int, parentIndent: Int, inFlow: Bool
  ) -> (offset: Int, lineStart: Int, breaks: Int)? {
    var cursor = offset
    while byte(at: cursor) == 0x20 || byte(at: cursor) == 0x09 { cursor += 1 }
    var breaks = 0
    var line = cursor
    while byte(at: cursor) == 0x0A || byte(at: cursor) == 0x0D {
      cursor = behindBreak(at: cursor)
      breaks += 1
      line = cursor
      while byte(at: cursor) == 0x20 { cursor += 1 }
      if cursor - line <= parentIndent, !isSpace(at: cursor) { return nil }
      while byte(at: cursor) == 0x20 || byte(at: cursor) == 0x09 { cursor += 1 }
    }
    guard breaks > 0, cursor < end, base[cursor] != UInt8(ascii: "#") else { return nil }
    guard spaces(from: line) > parentIndent, !isDocumentMarker(at: cursor) || cursor > line
    else { return nil }
    if inFlow, isFlowIndicator(at: cursor) { return nil }
    if base[cursor] == UInt8(ascii: ":"), isSeparator(behind: cursor + 1, inFlow: inFlow) {
      return nil
    }
    return (cursor, line, breaks)
  }
}
