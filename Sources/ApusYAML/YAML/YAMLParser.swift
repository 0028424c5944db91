import ApusSource

/// Reads one YAML document (YAML 1.2.2) into nodes: one pass over the bytes, and no recursion. Behind a
/// fault it goes on where the next entry plainly starts.
///
/// Left out, each with an error that names it: tags, merge keys, directives, several documents,
/// collections and nothing as keys, tabs as indentation. The bytes must be valid UTF-8 without
/// control characters, so that byte 0 can stand for the end of the text.
///
/// The block structure is read token by token from the main loop in `parseDocument`; what waits to be
/// finished stands in `frame`, and what that stands in in `outerFrames`. A flow collection is read from its opening to its closing bracket by
/// the loop in `flowCollection`.
///
/// It can't be copied because it is large: without optimisation, as in build plugins of debug builds,
/// every call of a method that doesn't change it would copy it.
struct YAMLParser: ~Copyable {
  let file: SourceFile
  let source: YAMLText
  /// The offset of the first byte of the document.
  let documentStart: Int
  /// The offset of the next byte to read.
  var position: Int
  /// The offset at which the line of `position` starts.
  var lineStart: Int
  /// The offset behind the last byte that belongs to a node, which is where collections end.
  var contentEnd: Int
  /// Where the token at `position` stands in its line, from 0; behind a tab, the spaces before it.
  var column = 0
  /// Whether a tab stands before the token: then it can't start a block collection.
  var isBehindTab = false
  /// What stands before the token in its line.
  var context = Context.lineStart
  var builder: TreeBuilder
  /// The innermost collection that isn't closed yet.
  var frame = Frame.document
  var outerFrames: [Frame] = []
  /// An anchor on a line before its node.
  var outerAnchor: Anchor?
  /// An anchor on the line of its node.
  var innerAnchor: Anchor?
  var anchoredNodes: [AnchoredNode] = []
  /// Which of `anchoredNodes` a name stands for at present.
  var anchorNumbers: [String: Int] = [:]
  /// The nodes that aliases stand for beyond the records in the builder.
  var aliasedNodeCount = 0
  var diagnostics = Diagnostics()
  /// How many faults there were that something had to be left out for.
  var faultCount = 0
  /// The start of the line of the last token that the main loop read.
  var entryLine: Int

  /// What stands before a token in its line.
  enum Context {
    /// Nothing but indentation.
    case lineStart
    /// `- `, `? ` or `: `: a block collection may start here.
    case indicator
    /// `key: ` or `--- `: no block collection can start here.
    case key
  }

  /// Reads the YAML document in `range` of a file. Returns nil, and says why, if it can't.
  static func read(
    _ file: SourceFile, range: Range<Int>, diagnostics: inout Diagnostics
  ) -> Node? {
    file.bytes.withUnsafeBufferPointer { source -> Node? in
      guard let base = source.baseAddress, range.upperBound <= source.count else {
        diagnostics.error("the document is empty", at: file.span(range))
        return nil
      }
      var parser = YAMLParser(
        file: file, source: YAMLText(base: base, end: range.upperBound),
        documentStart: range.lowerBound,
        position: range.lowerBound, lineStart: range.lowerBound, contentEnd: range.lowerBound,
        builder: TreeBuilder(file: file, source: source), entryLine: range.lowerBound)
      do throws(SyntaxFailure) {
        try parser.parseDocument()
        diagnostics.append(contentsOf: parser.diagnostics)
        return parser.faultCount == 0 ? parser.builder.finish() : nil
      } catch {
        diagnostics.append(contentsOf: parser.diagnostics)
        diagnostics.append(error.diagnostic(in: file))
        return nil
      }
    }
  }

  private mutating func parseDocument() throws(SyntaxFailure) {
    try passDocumentStart()
    var hasMore = true
    while hasMore {
      do throws(SyntaxFailure) {
        hasMore = try token()
      } catch {
        guard recover(from: error) else { return }
      }
    }
    while !outerFrames.isEmpty { try closeFrame() }
    if faultCount > 0 { return }
    if frame.state == .element { try emptyRoot() }
    try documentEnd()
  }

  /// Reads what starts at the next token. Returns false where the document ends.
  private mutating func token() throws(SyntaxFailure) -> Bool {
    let isFirst = skipToToken()
    entryLine = lineStart
    if isFirst {
      context = .lineStart
      try moveAnchorOutwards()
      if position == end || isAtDocumentMarker { return false }
      try line()
    } else {
      if position == end { return false }
      try blockNode()
    }
    return true
  }

  /// Reads what starts a line: the next entry of an open collection, or the node that one waits for.
  private mutating func line() throws(SyntaxFailure) {
    while frame.indent > column { try closeFrame() }
    if frame.kind == .document {
      guard frame.state == .element else { throw contentBehindRoot() }
      return try blockNode()
    }
    if frame.indent == column {
      try entry()
    } else if frame.awaitsNode {
      try blockNode()
    } else {
      throw wrongIndentation(frame)
    }
  }
}

extension YAMLParser {
  @inline(__always)
  var base: UnsafePointer<UInt8> { source.base }

  /// The offset behind the last byte of the document.
  @inline(__always)
  var end: Int { source.end }

  /// The byte at an offset, or 0 behind the end.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 { source.byte(at: offset) }

  @inline(__always)
  func isSpace(at offset: Int) -> Bool { source.isSpace(at: offset) }

  /// The byte at an offset as a range, empty at the end.
  func range(at offset: Int) -> Range<Int> { source.range(at: offset) }

  /// The next byte, or 0 at the end.
  @inline(__always)
  func peek() -> UInt8 { byte(at: position) }

  /// Whether the token is this indicator, which must be followed by a blank.
  @inline(__always)
  func isAtIndicator(_ indicator: UInt8) -> Bool {
    peek() == indicator && isSpace(at: position + 1)
  }

  /// Moves to the next token. Returns whether it is the first one of its line.
  mutating func skipToToken() -> Bool {
    var isFirst = position == lineStart
    var tab: Int?
    loop: while position < end {
      switch base[position] {
      case 0x20: position += 1
      case 0x09:
        tab = tab ?? position
        position += 1
      case 0x0A, 0x0D:
        position = source.behindBreak(at: position)
        lineStart = position
        isFirst = true
        tab = nil
      case UInt8(ascii: "#"):
        guard isCommentStart(at: position) else { break loop }
        skipLine()
      default: break loop
      }
    }
    isBehindTab = tab != nil
    column = (isFirst ? tab ?? position : position) - lineStart
    return isFirst
  }

  /// Whether a `#` starts a comment: a blank or nothing must stand before it in its line.
  @inline(__always)
  func isCommentStart(at offset: Int) -> Bool {
    offset == lineStart || base[offset - 1] == 0x20 || base[offset - 1] == 0x09
  }

  /// Moves to the end of the line, before its line break.
  mutating func skipLine() { position = source.lineEnd(from: position) }

  /// Moves behind blanks in the line.
  @inline(__always)
  mutating func skipBlanks() {
    while position < end, base[position] == 0x20 || base[position] == 0x09 { position += 1 }
  }

  /// Whether nothing but a comment is left in the line, once blanks are skipped.
  @inline(__always)
  func isAtLineEnd() -> Bool {
    switch peek() {
    case 0x0A, 0x0D, 0: true
    case UInt8(ascii: "#"): isCommentStart(at: position)
    default: false
    }
  }

  /// Moves behind the blanks after a node and demands that nothing else follows it in the line.
  mutating func endOfNode() throws(SyntaxFailure) {
    skipBlanks()
    if isAtLineEnd() { return }
    let failure = textBehindNode()
    // A `#` that ends the line leaves out nothing, wherever it stands.
    guard peek() == UInt8(ascii: "#"), isSpace(at: position + 1) else { throw failure }
    position += 1
    skipBlanks()
    guard isAtLineEnd(), peek() != UInt8(ascii: "#") else { throw failure }
    diagnostics.append(failure.diagnostic(.warning, in: file))
  }

  /// Demands that a line that goes on with a value from above is indented more than the block around
  /// it (section 6.3).
  ///
  /// Published documents have such lines in the block's own column. They are plain enough for a
  /// warning, except at the very left, where they may as well be keys behind a missing quote.
  mutating func checkIndent(
    _ indent: Int, over parentIndent: Int, start: Int
  ) throws(SyntaxFailure) {
    if indent > parentIndent { return }
    guard indent == parentIndent, indent > 0 else { throw outdentedLine(start) }
    diagnostics.append(outdentedLine(start).diagnostic(.warning, in: file))
  }
}
