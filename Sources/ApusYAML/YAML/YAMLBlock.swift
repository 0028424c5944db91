/// Block collections (section 8.2).
extension YAMLParser {
  /// Reads the start of an entry, at the column of the innermost collection's entries.
  mutating func entry() throws(SyntaxFailure) {
    if isBehindTab { throw tabAsIndentation() }
    if frame.kind == .blockMapping {
      if isAtIndicator(UInt8(ascii: "-")), frame.awaitsNode { return try blockNode() }
      return try mappingEntry()
    }
    if isAtIndicator(UInt8(ascii: "-")) {
      try completeEntry()
      return dash()
    }
    // A sequence may stand at the column of the key whose value it is; then the next key ends it.
    guard outerFrames.last?.indent == column else {
      throw SyntaxFailure(
        "expected '- ' as at the other elements of this sequence", at: range(at: position),
        note: ("the sequence starts here", range(at: frame.start)))
    }
    try closeFrame()
    try mappingEntry()
  }

  private mutating func mappingEntry() throws(SyntaxFailure) {
    if isAtIndicator(UInt8(ascii: ":")) {
      guard frame.state == .behindKey else { throw emptyKey(at: position) }
      position += 1
      contentEnd = position
      context = .indicator
      return setState(.value)
    }
    try completeEntry()
    if isAtIndicator(UInt8(ascii: "?")) { return questionMark() }
    try properties()
    let start = position
    try scalarOrKey(at: start)
    guard frame.state == .value else { throw missingColon(start) }
  }

  /// Passes `- ` and waits for the element.
  private mutating func dash() {
    position += 1
    contentEnd = position
    context = .indicator
    setState(.element)
  }

  /// Passes `? ` and waits for the key.
  private mutating func questionMark() {
    position += 1
    contentEnd = position
    context = .indicator
    setState(.explicitKey)
  }

  /// Reads a node up to the end of its line, or of its first key, or of the indicator it starts with.
  mutating func blockNode() throws(SyntaxFailure) {
    let start = position
    let column = column
    try properties()
    if position > start, isAtLineEnd() { return }
    switch peek() {
    case UInt8(ascii: "-") where isSpace(at: position + 1):
      try mayOpenBlock(isBehindProperties: position > start)
      try openFrame(.blockSequence, .element, indent: column, start: start, anchor: takeAnchor())
      dash()
    case UInt8(ascii: "?") where isSpace(at: position + 1):
      try mayOpenBlock(isBehindProperties: position > start)
      try openFrame(.blockMapping, .key, indent: column, start: start, anchor: takeAnchor())
      questionMark()
    case UInt8(ascii: ":") where isSpace(at: position + 1): throw emptyKey(at: position)
    case UInt8(ascii: "|"), UInt8(ascii: ">"): try blockScalar()
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      try flowCollection()
      skipBlanks()
      if isAtIndicator(UInt8(ascii: ":")) { throw collectionAsKey(at: start..<contentEnd) }
      try endOfNode()
    default:
      self.column = column
      try scalarOrKey(at: start)
    }
  }

  /// Demands that a block sequence, or a mapping with `?`, can start at the token.
  @inline(__always)
  private func mayOpenBlock(isBehindProperties: Bool) throws(SyntaxFailure) {
    if isBehindTab { throw tabAsIndentation() }
    if context == .key || isBehindProperties {
      throw SyntaxFailure(
        "a block collection must start on a line of its own; text like this needs quotes",
        at: range(at: position))
    }
  }

  /// Reads a scalar and, if `:` follows, makes it a key: of the innermost mapping if that is due for
  /// one, or else of a new one that starts at `start`.
  private mutating func scalarOrKey(at start: Int) throws(SyntaxFailure) {
    let line = lineStart
    let key = innerAnchor
    let isDue = frame.kind == .blockMapping && frame.state == .key
    let scalar = try scanScalar(parentIndent: isDue ? column : parentIndent, inFlow: false)
    skipBlanks()
    guard isAtIndicator(UInt8(ascii: ":")) else {
      if isDue { throw missingColon(start) }
      try addScalar(scalar, anchor: takeAnchor())
      return try endOfNode()
    }
    try mayBeKey(scalar, line: line)
    if !isDue {
      innerAnchor = nil
      try openFrame(.blockMapping, .key, indent: column, start: start, anchor: takeAnchor())
      innerAnchor = key
    }
    checkMergeKey(scalar)
    try addScalar(scalar, anchor: takeAnchor())
    position += 1
    contentEnd = position
    context = .key
    setState(.value)
  }

  @inline(__always)
  private func mayBeKey(_ scalar: Scalar, line: Int) throws(SyntaxFailure) {
    guard line == lineStart, scalar.isOnOneLine else { throw keyOverLines(scalar) }
    if isBehindTab, context != .key { throw tabAsIndentation() }
    if context == .key { throw secondColon() }
  }
}
