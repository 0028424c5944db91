/// A collection that isn't closed yet.
struct Frame {
  enum Kind {
    /// The document itself, of one element.
    case document
    case blockSequence, blockMapping
    case flowSequence, flowMapping
    /// The mapping of one member that `[a: b]` has as its element.
    case flowPair
  }

  /// What has been read of an entry.
  enum State {
    /// Of a sequence: nothing yet.
    case element
    /// Of a sequence: the element.
    case behindElement
    /// Of a mapping: nothing yet.
    case key
    /// Of a mapping: `?`.
    case explicitKey
    /// Of a mapping: the key.
    case behindKey
    /// Of a mapping: the key and `:`.
    case value
    /// Of a flow mapping: the value.
    case behindValue
  }

  var kind: Kind
  var state: State
  /// The column of a block collection's entries; of a flow collection, that of the block around it.
  var indent: Int
  /// The offset at which it starts.
  var start: Int
  /// What was pending in the builder when it started.
  var mark: Int
  var anchor: Anchor?
  /// `YAMLParser.nodeCount` when it started.
  var nodesBefore: Int
  /// The collections within each other inside of it.
  var height = 0
  /// Where a value would stand that isn't written: behind the last indicator.
  var emptyOffset: Int
  /// Of a flow sequence: the start of the line in which the last element starts.
  var elementLine = 0
  /// Of a flow collection: whether the last node is text in quotes.
  var isBehindQuotes = false

  /// What all collections stand in.
  static let document = Frame(
    kind: .document, state: .element, indent: -1, start: 0, mark: 0, nodesBefore: 0, emptyOffset: 0)

  /// Whether a block collection's entry lacks its node.
  var awaitsNode: Bool {
    switch state {
    case .element, .explicitKey, .value: true
    case .behindElement, .key, .behindKey, .behindValue: false
    }
  }
}

extension YAMLParser {
  /// The column that the parts of the next node must stand right of.
  var parentIndent: Int { frame.indent }

  mutating func setState(_ state: Frame.State) {
    frame.state = state
    frame.emptyOffset = position
  }

  /// Opens a collection that starts at `start` and takes the anchor that waits for it.
  mutating func openFrame(
    _ kind: Frame.Kind, _ state: Frame.State, indent: Int, start: Int, anchor: Anchor?
  ) throws(SyntaxFailure) {
    guard outerFrames.count < Limits.depth else { throw tooDeep(at: start) }
    if frame.state == .explicitKey || frame.state == .key {
      throw collectionAsKey(at: range(at: start))
    }
    outerFrames.append(frame)
    frame = Frame(
      kind: kind, state: state, indent: indent, start: start, mark: builder.pending.count,
      anchor: anchor, nodesBefore: nodeCount, emptyOffset: position)
  }

  /// Closes the innermost collection, with nothing where it still waits for a node.
  mutating func closeFrame() throws(SyntaxFailure) {
    try completeEntry()
    guard let outer = outerFrames.popLast() else { return }
    let closed = frame
    frame = outer
    let range = closed.start..<max(contentEnd, closed.start)
    switch closed.kind {
    case .blockSequence, .flowSequence: builder.sequence(at: range, from: closed.mark)
    case .document, .blockMapping, .flowMapping, .flowPair:
      for duplicate in builder.mapping(at: range, from: closed.mark) { report(duplicate) }
    }
    completeNode(
      anchor: closed.anchor, nodeCount: nodeCount - closed.nodesBefore, height: closed.height + 1)
  }

  /// Puts nothing (null) where the innermost collection's last entry lacks a node.
  mutating func completeEntry() throws(SyntaxFailure) {
    switch frame.state {
    case .element where frame.kind == .blockSequence: try emptyNode(at: frame.emptyOffset)
    case .element:
      if outerAnchor != nil || innerAnchor != nil { try emptyNode(at: frame.emptyOffset) }
    case .explicitKey: throw emptyKey(at: frame.emptyOffset)
    case .behindKey, .value: try emptyNode(at: frame.emptyOffset)
    case .key: if outerAnchor != nil || innerAnchor != nil { throw emptyKey(at: position) }
    case .behindElement, .behindValue: return
    }
  }

  /// Adds null where nothing is written.
  mutating func emptyNode(at offset: Int) throws(SyntaxFailure) {
    let anchor = try takeAnchor()
    builder.scalar(.null, at: offset..<offset, text: offset..<offset)
    completeNode(anchor: anchor, nodeCount: 1, height: 0)
  }

  /// Notes that the builder has got a node whole.
  mutating func completeNode(anchor: Anchor?, nodeCount: Int, height: Int) {
    if let anchor, let record = builder.lastPending {
      anchorNumbers[name(of: anchor)] = anchoredNodes.count
      anchoredNodes.append(AnchoredNode(record: record, nodeCount: nodeCount, height: height))
    }
    frame.height = max(frame.height, height)
    switch frame.state {
    case .element: frame.state = .behindElement
    case .key, .explicitKey: frame.state = .behindKey
    case .behindKey, .value:
      frame.state = frame.kind == .blockMapping ? .key : .behindValue
    case .behindElement, .behindValue: break
    }
  }
}
