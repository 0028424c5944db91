import ApusSource

extension Composition {
  /// The value as a node of one tree.
  ///
  /// Every node in it keeps the place where it was read. The tree that most of the value comes from
  /// is `base`'s: it is taken over as a whole, so that the work is a copy of its arrays and what was
  /// changed.
  public func node(over base: Node) -> Node {
    if let node = unchangedNode, node.tree === base.tree { return node }
    var composer = TreeComposer(base: base.tree)
    let root = composer.add(self)
    return Node(tree: composer.finish(), index: root)
  }
}

/// Makes one tree from parts of several.
private struct TreeComposer {
  private let base: Tree
  private var others: [SourceFile]
  private var records: [Tree.Record]
  private var children: [Tree.Index]
  private var text: [UInt8]
  /// The numbers of the files in `records`.
  private var sources: [ObjectIdentifier: UInt16] = [:]
  /// The nodes of other trees that were copied already.
  private var copies: [Node.ID: Tree.Index] = [:]

  init(base: Tree) {
    self.base = base
    others = base.others
    records = base.records
    children = base.children
    text = base.text
    sources[ObjectIdentifier(base.file)] = 0
    for (index, file) in others.enumerated() {
      sources[ObjectIdentifier(file)] = UInt16(truncatingIfNeeded: index + 1)
    }
  }

  /// Adds a value with all that is in it.
  mutating func add(_ value: Composition) -> Tree.Index {
    switch value.content {
    case .node(let node): return add(node)
    case .text(let text, let span): return add(text, at: span)
    case .sequence(let elements, let span):
      let indices = elements.map { add($0) }
      return addCollection(.sequence, at: span, children: indices)
    case .mapping(let members, let span):
      let indices = members.flatMap { [add($0.keyText), add($0.value)] }
      return addCollection(.mapping, at: span, children: indices)
    }
  }

  /// The tree of all that was added.
  consuming func finish() -> Tree {
    Tree(
      file: base.file, others: others, records: records, children: children, text: text,
      seed: base.seed)
  }

  private mutating func add(_ node: Node) -> Tree.Index {
    if node.tree === base { return node.index }
    if let copy = copies[node.id] { return copy }
    let record = node.record
    let index: Tree.Index
    switch record.kind {
    case .sequence:
      let indices = node.elements.map { add($0) }
      index = addCollection(.sequence, at: node.span, children: indices)
    case .mapping:
      let indices = node.members.flatMap { [add($0.keyNode), add($0.value)] }
      index = addCollection(.mapping, at: node.span, children: indices)
    case .null, .boolean, .number, .string: index = addScalar(record, of: node.tree)
    }
    copies[node.id] = index
    return index
  }

  private mutating func add(_ string: String, at span: SourceSpan) -> Tree.Index {
    let first = text.count
    text.append(contentsOf: string.utf8)
    return append(
      Tree.Record(
        start: UInt32(truncatingIfNeeded: span.range.lowerBound),
        end: UInt32(truncatingIfNeeded: span.range.upperBound),
        first: UInt32(truncatingIfNeeded: first),
        count: UInt32(truncatingIfNeeded: text.count - first),
        kind: .string, isRewritten: true, source: source(of: span.file)))
  }

  private mutating func addScalar(_ record: Tree.Record, of tree: Tree) -> Tree.Index {
    var copy = record
    copy.source = source(of: tree.file(of: record))
    if record.isRewritten {
      copy.first = UInt32(truncatingIfNeeded: text.count)
      text.append(contentsOf: tree.bytes(of: record))
    }
    return append(copy)
  }

  private mutating func addCollection(
    _ kind: Node.Kind, at span: SourceSpan, children indices: [Tree.Index]
  ) -> Tree.Index {
    let count = kind == .mapping ? indices.count / 2 : indices.count
    let first = children.count
    children.append(contentsOf: indices)
    if kind == .mapping { appendKeyTable(first: first, count: count) }
    return append(
      Tree.Record(
        start: UInt32(truncatingIfNeeded: span.range.lowerBound),
        end: UInt32(truncatingIfNeeded: span.range.upperBound),
        first: UInt32(truncatingIfNeeded: first), count: UInt32(truncatingIfNeeded: count),
        kind: kind, isRewritten: false, source: source(of: span.file)))
  }

  private mutating func append(_ record: Tree.Record) -> Tree.Index {
    records.append(record)
    return Tree.Index(truncatingIfNeeded: records.count - 1)
  }

  private mutating func source(of file: SourceFile) -> UInt16 {
    if let number = sources[ObjectIdentifier(file)] { return number }
    others.append(file)
    let number = UInt16(truncatingIfNeeded: others.count)
    sources[ObjectIdentifier(file)] = number
    return number
  }

  /// Appends the hash table of a large mapping's keys, which differ from each other.
  private mutating func appendKeyTable(first: Int, count: Int) {
    let slotCount = KeyTable.slotCount(forMembers: count)
    guard slotCount > 0 else { return }
    var table = [Tree.Index](repeating: 0, count: slotCount)
    for position in 0..<count {
      let key = records[Int(children[first + position * 2])]
      let bytes = key.isRewritten ? text[...] : file(of: key).bytes[...]
      let range = Int(key.first)..<(Int(key.first) + Int(key.count))
      let hash = bytes[range].withUnsafeBufferPointer { KeyTable.hash($0, seed: base.seed) }
      var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
      while table[slot] > 0 { slot = (slot + 1) & (slotCount - 1) }
      table[slot] = Tree.Index(truncatingIfNeeded: position + 1)
    }
    children.append(contentsOf: table)
  }

  private func file(of record: Tree.Record) -> SourceFile {
    record.source == 0 ? base.file : others[Int(record.source) - 1]
  }
}
