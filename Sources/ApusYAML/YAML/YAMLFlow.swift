/// Flow collections (section 7.4).
extension YAMLParser {
  /// Reads a whole flow collection.
  mutating func flowCollection() throws(SyntaxFailure) {
    let start = position
    let depth = outerFrames.count
    try openFlow()
    while outerFrames.count > depth {
      try skipFlowSpace(since: start)
      try flowToken()
    }
  }

  private mutating func openFlow() throws(SyntaxFailure) {
    let isMapping = peek() == UInt8(ascii: "{")
    let start = position
    let anchor = try takeAnchor()
    try openFrame(
      isMapping ? .flowMapping : .flowSequence, isMapping ? .key : .element,
      indent: parentIndent, start: start, anchor: anchor)
    position += 1
    contentEnd = position
  }

  /// Moves to the next token, over lines and comments.
  private mutating func skipFlowSpace(since opening: Int) throws(SyntaxFailure) {
    let isFirst = skipToToken()
    guard position < end, !isAtDocumentMarker else { throw unclosedFlow() }
    guard isFirst else { return }
    if column == parentIndent, peek() == UInt8(ascii: "]") || peek() == UInt8(ascii: "}") { return }
    try checkIndent(column, over: parentIndent, start: opening)
  }

  /// Reads one token of the innermost flow collection.
  private mutating func flowToken() throws(SyntaxFailure) {
    switch peek() {
    case UInt8(ascii: "]"), UInt8(ascii: "}"): try closeFlow(frame)
    case UInt8(ascii: ","): try comma(frame)
    case UInt8(ascii: ":") where isColon(frame): try colon(frame)
    case UInt8(ascii: "?") where source.isSeparator(behind: position + 1, inFlow: true):
      try flowQuestionMark(frame)
    default:
      switch frame.state {
      case .element, .key, .explicitKey, .value: try flowNode()
      case .behindElement, .behindKey, .behindValue: throw missingComma(frame)
      }
    }
  }

  private mutating func flowNode() throws(SyntaxFailure) {
    let line = lineStart
    try properties()
    if source.isFlowIndicator(at: position), peek() != UInt8(ascii: "["),
      peek() != UInt8(ascii: "{")
    {
      return
    }
    if isAtLineEnd() { return }
    if peek() == UInt8(ascii: ":"), source.isSeparator(behind: position + 1, inFlow: true) {
      return
    }
    if peek() == UInt8(ascii: "[") || peek() == UInt8(ascii: "{") { return try openFlow() }
    let isKey = frame.state == .key || frame.state == .explicitKey
    let scalar = try scanScalar(parentIndent: parentIndent, inFlow: true)
    if isKey { checkMergeKey(scalar) }
    try addScalar(scalar, anchor: takeAnchor())
    frame.elementLine = scalar.isOnOneLine ? line : -1
    frame.isBehindQuotes = scalar.isQuoted
  }

  private mutating func comma(_ frame: Frame) throws(SyntaxFailure) {
    if frame.kind == .flowPair { return try closeFrame() }
    try completeEntry()
    switch self.frame.state {
    case .behindElement: setState(.element)
    case .behindValue: setState(.key)
    default:
      throw SyntaxFailure("expected a value or a key before this ','", at: range(at: position))
    }
    position += 1
    contentEnd = position
  }

  private mutating func closeFlow(_ frame: Frame) throws(SyntaxFailure) {
    // The pair ends where its sequence ends; the bracket is read again for that.
    if frame.kind == .flowPair { return try closeFrame() }
    let closing = frame.kind == .flowMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    guard peek() == closing else { throw wrongBracket(frame) }
    try completeEntry()
    position += 1
    contentEnd = position
    try closeFrame()
  }

  /// Whether the `:` at the cursor stands between a key and its value.
  private func isColon(_ frame: Frame) -> Bool {
    if source.isSeparator(behind: position + 1, inFlow: true) { return true }
    return frame.isBehindQuotes && (frame.state == .behindKey || frame.state == .behindElement)
  }

  private mutating func colon(_ frame: Frame) throws(SyntaxFailure) {
    switch frame.state {
    case .element, .key, .explicitKey: throw emptyKey(at: position)
    case .value, .behindValue: throw secondColon()
    case .behindKey: break
    case .behindElement: try openPair(frame)
    }
    position += 1
    contentEnd = position
    setState(.value)
  }

  /// Makes the last element of a sequence the key of a mapping of one member.
  private mutating func openPair(_ frame: Frame) throws(SyntaxFailure) {
    guard let key = builder.lastPending else { return }
    let range = Int(key.start)..<Int(key.end)
    if key.isCollection { throw collectionAsKey(at: range) }
    guard frame.elementLine == lineStart else {
      throw SyntaxFailure(
        "a key in '[…]' must stand on one line, together with its ':'", at: range)
    }
    self.frame.state = .element
    try openFrame(
      .flowPair, .behindKey, indent: frame.indent, start: range.lowerBound, anchor: nil)
    self.frame.mark -= 1
    self.frame.nodesBefore -= 1
    checkMergeKey(Scalar(range: range, style: .plain(range)))
  }

  private mutating func flowQuestionMark(_ frame: Frame) throws(SyntaxFailure) {
    switch frame.state {
    case .key: break
    case .element:
      try openFrame(.flowPair, .key, indent: frame.indent, start: position, anchor: takeAnchor())
    case .explicitKey, .value:
      throw SyntaxFailure("'?' can't start a value; put quotes around it", at: range(at: position))
    case .behindElement, .behindKey, .behindValue: throw missingComma(frame)
    }
    position += 1
    contentEnd = position
    setState(.explicitKey)
  }
}
