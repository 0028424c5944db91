/// Going on behind a fault, so that one run finds all the faults of a document.
extension YAMLParser {
  /// Reports a fault and moves to the next line that plainly starts an entry of a block collection
  /// around it. What the collections have lost is null, and the document is refused in the end.
  ///
  /// Returns whether there is such a line, and few enough faults before it.
  mutating func recover(from failure: SyntaxFailure) -> Bool {
    diagnostics.append(failure.diagnostic(in: file))
    faultCount += 1
    guard !failure.isFinal, faultCount < Limits.faults else { return false }
    innerAnchor = nil
    outerAnchor = nil
    while frame.isFlow, let outer = outerFrames.popLast() {
      builder.drop(from: frame.mark)
      frame = outer
    }
    guard let entry = nextEntry(behind: failure.range.lowerBound) else { return false }
    do throws(SyntaxFailure) {
      while outerFrames.count > entry.depth { try closeBroken() }
      try completeBrokenEntry()
    } catch {
      return false
    }
    position = entry.line
    lineStart = entry.line
    return true
  }

  /// The next line behind a fault that starts an entry of an open collection, and how many
  /// collections are around that one.
  ///
  /// The fault's own line may be it, unless the entry with the fault starts there. Lines at other
  /// columns belong to that entry.
  private func nextEntry(behind fault: Int) -> (line: Int, depth: Int)? {
    var line = source.lineStart(of: fault, from: entryLine)
    if line <= entryLine { line = source.nextLine(behind: entryLine) }
    while line < end, !source.isDocumentMarker(at: line) {
      let column = source.spaces(from: line)
      if let depth = depth(ofEntryAt: line + column, column: column) { return (line, depth) }
      line = source.nextLine(behind: line + column)
    }
    return nil
  }

  /// How many collections are around the innermost one that a token looks like the next entry of.
  private func depth(ofEntryAt token: Int, column: Int) -> Int? {
    guard frame.indent >= column else { return nil }
    let isElement = byte(at: token) == UInt8(ascii: "-") && isSpace(at: token + 1)
    let kind: Frame.Kind = isElement ? .blockSequence : .blockMapping
    guard isElement || source.hasKey(at: token) else { return nil }
    if frame.kind == kind, frame.indent == column { return outerFrames.count }
    return outerFrames.lastIndex { $0.kind == kind && $0.indent == column }
  }

  private mutating func closeBroken() throws(SyntaxFailure) {
    try completeBrokenEntry()
    try closeFrame()
  }

  private mutating func completeBrokenEntry() throws(SyntaxFailure) {
    if frame.state == .explicitKey { frame.state = .key }
    try completeEntry()
  }
}

extension Frame {
  fileprivate var isFlow: Bool {
    switch kind {
    case .flowSequence, .flowMapping, .flowPair: true
    case .document, .blockSequence, .blockMapping: false
    }
  }
}

extension YAMLText {
  /// The start of the line that an offset is in, looked for no further back than `start`, which is the
  /// start of a line.
  fileprivate func lineStart(of offset: Int, from start: Int) -> Int {
    var cursor = min(offset, end)
    while cursor > start, base[cursor - 1] != 0x0A, base[cursor - 1] != 0x0D { cursor -= 1 }
    return max(cursor, start)
  }

  /// The start of the line behind the one that an offset is in; the end if there is none.
  fileprivate func nextLine(behind offset: Int) -> Int {
    let lineEnd = lineEnd(from: offset)
    return lineEnd < end ? behindBreak(at: lineEnd) : end
  }

  /// Whether a line looks from here on like a key and its value.
  fileprivate func hasKey(at offset: Int) -> Bool {
    guard byte(at: offset) != UInt8(ascii: "#") else { return false }
    let lineEnd = lineEnd(from: offset)
    return (offset..<lineEnd).dropFirst().contains {
      base[$0] == UInt8(ascii: ":") && isSpace(at: $0 + 1)
    }
  }
}
