/// What to say where a document breaks off, or can't be understood.
extension YAMLParser {
  func contentBehindRoot() -> SyntaxFailure {
    SyntaxFailure(
      "this line belongs to nothing: the document's value has ended before it; check its indentation",
      at: range(at: position))
  }

  func wrongIndentation(_ frame: Frame) -> SyntaxFailure {
    let what = frame.kind == .blockSequence ? "elements" : "keys"
    return SyntaxFailure(
      "wrong indentation: nothing before this line can hold it; text like this may need quotes",
      at: range(at: position),
      note: ("the \(what) here are at column \(frame.indent + 1)", range(at: frame.start)))
  }

  func tabAsIndentation() -> SyntaxFailure {
    SyntaxFailure(
      "a tab can't indent this; use spaces", at: max(position - 1, lineStart)..<position)
  }

  func textBehindNode() -> SyntaxFailure {
    if peek() == UInt8(ascii: "#") {
      return SyntaxFailure("a comment needs a blank before its '#'", at: range(at: position))
    }
    if peek() == UInt8(ascii: ":") {
      return SyntaxFailure("expected a blank behind this ':'", at: range(at: position))
    }
    return SyntaxFailure(
      "unexpected text behind the end of a value; put quotes around all of it",
      at: range(at: position))
  }

  func secondColon() -> SyntaxFailure {
    SyntaxFailure(
      "a second ': ' can't follow on the same line; put quotes around text that contains it",
      at: range(at: position))
  }

  func missingColon(_ start: Int) -> SyntaxFailure {
    SyntaxFailure(
      "expected ':' behind this key; if it goes on with the text before it, indent it more",
      at: start..<max(contentEnd, start))
  }

  func keyOverLines(_ scalar: Scalar) -> SyntaxFailure {
    let text = max(scalar.range.lowerBound, lineStart + source.spaces(from: lineStart))
    return SyntaxFailure(
      "this key is indented as if its line went on with the text above; indent it like the other"
        + " keys, or put quotes around the whole text",
      at: text..<max(scalar.range.upperBound, text),
      note: ("the text starts here", range(at: scalar.range.lowerBound)))
  }

  func emptyKey(at offset: Int) -> SyntaxFailure {
    SyntaxFailure("expected a key; an empty one needs quotes: ''", at: range(at: offset))
  }

  func collectionAsKey(at range: Range<Int>) -> SyntaxFailure {
    SyntaxFailure(
      "a mapping or sequence as a key is not supported; every key must be text", at: range)
  }

  func textBlockAsKey() -> SyntaxFailure {
    SyntaxFailure(
      "'|' and '>' are not supported in keys; put quotes around the key", at: range(at: position))
  }

  func tooDeep(at offset: Int) -> SyntaxFailure {
    SyntaxFailure(
      "more than \(Limits.depth) mappings and sequences within each other", at: range(at: offset),
      isFinal: true)
  }

  func unclosedQuote(_ start: Int) -> SyntaxFailure {
    let quote = byte(at: start) == UInt8(ascii: "'") ? "\"'\"" : "'\"'"
    return SyntaxFailure("expected \(quote) at the end of this text", at: range(at: start))
  }

  func outdentedLine(_ start: Int) -> SyntaxFailure {
    let isQuoted = byte(at: start) == UInt8(ascii: "'") || byte(at: start) == UInt8(ascii: "\"")
    return SyntaxFailure(
      isQuoted
        ? "this line belongs to a text in quotes: close that before, or indent this line more"
        : "this line goes on with a value from above and must be indented more",
      at: range(at: position), note: ("the value starts here", range(at: start)))
  }

  func noPlainText(inFlow: Bool) -> SyntaxFailure {
    switch peek() {
    case 0x0A, 0x0D, 0, UInt8(ascii: "#"):
      SyntaxFailure("expected a key", at: range(at: position))
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","):
      SyntaxFailure("expected a value", at: range(at: position))
    case UInt8(ascii: "-") where !inFlow:
      SyntaxFailure(
        "a sequence can't start here: the key above has its value already", at: range(at: position))
    default:
      SyntaxFailure(
        "text can't start with this character; put quotes around it", at: range(at: position))
    }
  }

  func unclosedFlow() -> SyntaxFailure {
    let frame = frame.kind == .flowPair ? outerFrames.last : frame
    let closing = frame?.kind == .flowMapping ? "}" : "]"
    return SyntaxFailure(
      "expected '\(closing)' before the end", at: range(at: position),
      note: ("the collection opens here", range(at: frame?.start ?? position)))
  }

  func wrongBracket(_ frame: Frame) -> SyntaxFailure {
    let closing = frame.kind == .flowMapping ? "}" : "]"
    return SyntaxFailure(
      "expected '\(closing)' or ','", at: range(at: position),
      note: ("the collection opens here", range(at: frame.start)))
  }

  func missingComma(_ frame: Frame) -> SyntaxFailure {
    if peek() == UInt8(ascii: ":"), let key = builder.lastPending, key.isCollection {
      return collectionAsKey(at: Int(key.start)..<Int(key.end))
    }
    let closing = frame.kind == .flowMapping ? "}" : "]"
    return SyntaxFailure(
      "expected ',' or '\(closing)'", at: range(at: position),
      note: ("the collection opens here", range(at: frame.start)))
  }

  /// Reports a key that a mapping has twice.
  mutating func report(_ duplicate: TreeBuilder.Duplicate) {
    diagnostics.error(
      "this mapping has this key twice; remove or rename one of them",
      at: file.span(builder.records[Int(duplicate.later)]),
      notes: [
        .init("the other one is here", at: file.span(builder.records[Int(duplicate.earlier)]))
      ])
  }
}
