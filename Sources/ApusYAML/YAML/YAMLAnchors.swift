/// `&name` in front of a node.
struct Anchor {
  /// The bytes, with `&`.
  var range: Range<Int>
}

/// A node that aliases can stand for.
struct AnchoredNode {
  var record: Tree.Record
  /// How many nodes it consists of once its own aliases are replaced.
  var nodeCount: Int
  /// The collections within each other that it consists of.
  var height: Int
}

extension YAMLParser {
  /// The nodes so far, as many as there are once every alias is replaced.
  var nodeCount: Int { builder.records.count + aliasedNodeCount }

  /// Reads the anchors and tags before a node, as far as they stand in one line.
  mutating func properties() throws(SyntaxFailure) {
    while true {
      switch peek() {
      case UInt8(ascii: "&"):
        let range = try anchorName("an anchor")
        if let other = innerAnchor { throw secondAnchor(range, other: other) }
        innerAnchor = Anchor(range: range)
      case UInt8(ascii: "!"): tag()
      default: return
      }
      contentEnd = position
      skipBlanks()
    }
  }

  /// Reads `&name` or `*name` and returns its range (section 6.9.2).
  private mutating func anchorName(_ what: String) throws(SyntaxFailure) -> Range<Int> {
    let start = position
    position += 1
    while position < end, !isSpace(at: position), !source.isFlowIndicator(at: position) {
      position += 1
    }
    guard position > start + 1 else {
      throw SyntaxFailure(
        "\(what) needs a name; put quotes around text that starts with this character",
        at: start..<position)
    }
    return start..<position
  }

  /// Passes over a tag, which is an error.
  private mutating func tag() {
    let start = position
    while position < end, !isSpace(at: position), !source.isFlowIndicator(at: position) {
      position += 1
    }
    diagnostics.error(
      "tags are not supported; leave it out, or put quotes around text that starts with '!'",
      at: file.span(start..<position))
  }

  /// Takes the anchor that waits for the next node.
  mutating func takeAnchor() throws(SyntaxFailure) -> Anchor? {
    if innerAnchor == nil, outerAnchor == nil { return nil }
    if let innerAnchor, let outerAnchor {
      throw secondAnchor(innerAnchor.range, other: outerAnchor)
    }
    defer {
      innerAnchor = nil
      outerAnchor = nil
    }
    return innerAnchor ?? outerAnchor
  }

  /// Notes that the anchor's line has ended before its node.
  mutating func moveAnchorOutwards() throws(SyntaxFailure) {
    guard let anchor = innerAnchor else { return }
    if let outerAnchor { throw secondAnchor(anchor.range, other: outerAnchor) }
    outerAnchor = anchor
    innerAnchor = nil
  }

  /// Reads `*name` and finds what it stands for.
  mutating func alias() throws(SyntaxFailure) -> Scalar {
    let range = try anchorName("an alias")
    let name = source.string(in: (range.lowerBound + 1)..<range.upperBound)
    guard let node = anchorNumbers[name] else {
      guard faultCount > 0 else { throw unknownAlias(name, at: range) }
      // The anchor may stand in what was left out: null stands for it.
      return Scalar(range: range, style: .plain(range.lowerBound..<range.lowerBound))
    }
    return Scalar(range: range, style: .alias(node))
  }

  /// Adds what an alias stands for, unless that would be too much.
  mutating func addAlias(
    _ node: AnchoredNode, at range: Range<Int>, anchor: Anchor?
  ) throws(SyntaxFailure) {
    if let anchor {
      throw SyntaxFailure("an alias can't have an anchor of its own", at: anchor.range)
    }
    guard node.height + outerFrames.count <= Limits.depth else {
      throw tooDeep(at: range.lowerBound)
    }
    if node.height > 0, frame.state == .key || frame.state == .explicitKey {
      throw collectionAsKey(at: range)
    }
    aliasedNodeCount += node.nodeCount - 1
    guard nodeCount <= Limits.expandedNodes || node.nodeCount == 1 else {
      throw SyntaxFailure(
        "the aliases up to here stand for more than \(Limits.expandedNodes) nodes", at: range,
        isFinal: true)
    }
    builder.alias(node.record, at: range)
    completeNode(anchor: nil, nodeCount: node.nodeCount, height: node.height)
  }

  func name(of anchor: Anchor) -> String {
    source.string(in: (anchor.range.lowerBound + 1)..<anchor.range.upperBound)
  }

  private func unknownAlias(_ name: String, at range: Range<Int>) -> SyntaxFailure {
    let open = (outerFrames + [frame]).compactMap(\.anchor).first { self.name(of: $0) == name }
    if let open {
      return SyntaxFailure(
        "the alias '\(name)' stands inside of the node that it names", at: range,
        note: ("the node is anchored here", open.range))
    }
    return SyntaxFailure(
      "no anchor '&\(name)' stands before this alias; put quotes around text that starts with '*'",
      at: range)
  }

  private func secondAnchor(_ range: Range<Int>, other: Anchor) -> SyntaxFailure {
    SyntaxFailure(
      "a node can have one anchor only", at: range, note: ("the other one is here", other.range))
  }
}
