/// What to say where a JSON text breaks off.
extension JSONDocumentParser {
  /// The byte at the cursor, or the last one at the end of the text.
  var here: Range<Int> {
    position < end ? position..<(position + 1) : end..<end
  }

  func unexpectedInside(_ frame: Frame) -> SyntaxFailure {
    let kind = frame.isObject ? "object" : "array"
    let closing = frame.isObject ? "}" : "]"
    let opening = frame.start..<(frame.start + 1)
    if position == end {
      return SyntaxFailure(
        "the text ends before '\(closing)'", at: here, note: ("the \(kind) opens here", opening))
    }
    return SyntaxFailure(
      "expected ',' or '\(closing)' in this \(kind)", at: here,
      note: ("the \(kind) opens here", opening))
  }

  func noKey() -> SyntaxFailure {
    switch peek() {
    case UInt8(ascii: "}"): SyntaxFailure("JSON allows no ',' before '}'", at: here)
    case UInt8(ascii: "'"): SyntaxFailure("JSON quotes names with '\"' alone", at: here)
    default: SyntaxFailure("expected a name in '\"'", at: here)
    }
  }

  func noValue() -> SyntaxFailure {
    if position == end { return SyntaxFailure("expected a value, but the text ends", at: here) }
    switch base[position] {
    case UInt8(ascii: "]") where frames.last?.isObject == false:
      return SyntaxFailure("expected a value; JSON allows no ',' before ']'", at: here)
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","):
      return SyntaxFailure("expected a value", at: here)
    case UInt8(ascii: "'"): return SyntaxFailure("JSON quotes strings with '\"' alone", at: here)
    case UInt8(ascii: "/"): return SyntaxFailure("JSON has no comments", at: here)
    case UInt8(ascii: "+"), UInt8(ascii: "."):
      return SyntaxFailure("a JSON number starts with a digit or '-'", at: here)
    default:
      return SyntaxFailure("this is no JSON value; a string needs '\"' around it", at: here)
    }
  }
}
