import ApusSource

/// Makes a `Tree` from the inside out: children first, then the collection that holds them.
///
/// What is finished and has no parent yet waits in `pending`. Whoever opens a collection remembers how
/// many waited then and closes it with that number.
struct TreeBuilder: ~Copyable {
  /// A key that a mapping has twice: the numbers of both among the records.
  typealias Duplicate = (earlier: Tree.Index, later: Tree.Index)

  private let file: SourceFile
  private let source: UnsafeBufferPointer<UInt8>
  private(set) var records: [Tree.Record] = []
  private var children: [Tree.Index] = []
  private(set) var pending: [Tree.Index] = []
  /// The texts that differ from the source.
  var text: [UInt8] = []
  private let seed: UInt64

  /// A builder for a document in `file`, whose bytes are `source`.
  init(file: SourceFile, source: UnsafeBufferPointer<UInt8>) {
    self.file = file
    self.source = source
    seed = UInt64.random(in: .min ... .max)
    // One record for about 16 bytes is what real documents need: most never grow the array.
    records.reserveCapacity(source.count / 16 + 16)
    children.reserveCapacity(source.count / 16 + 16)
  }

  /// Adds a scalar whose text is a part of the source.
  @inline(__always)
  mutating func scalar(_ kind: Node.Kind, at range: Range<Int>, text: Range<Int>) {
    add(
      Tree.Record(
        start: UInt32(truncatingIfNeeded: range.lowerBound),
        end: UInt32(truncatingIfNeeded: range.upperBound),
        first: UInt32(truncatingIfNeeded: text.lowerBound),
        count: UInt32(truncatingIfNeeded: text.count), kind: kind, isRewritten: false))
  }

  /// Adds a scalar whose text was appended to `text`, starting at `textStart`.
  mutating func rewrittenScalar(_ kind: Node.Kind, at range: Range<Int>, textStart: Int) {
    add(
      Tree.Record(
        start: UInt32(truncatingIfNeeded: range.lowerBound),
        end: UInt32(truncatingIfNeeded: range.upperBound),
        first: UInt32(truncatingIfNeeded: textStart),
        count: UInt32(truncatingIfNeeded: text.count - textStart), kind: kind, isRewritten: true))
  }

  /// Adds what an alias at `range` stands for: the anchored node again, seen from here.
  mutating func alias(_ record: Tree.Record, at range: Range<Int>) {
    var record = record
    record.start = UInt32(truncatingIfNeeded: range.lowerBound)
    record.end = UInt32(truncatingIfNeeded: range.upperBound)
    add(record)
  }

  /// Makes everything pending since `mark` a sequence.
  mutating func sequence(at range: Range<Int>, from mark: Int) {
    let first = children.count
    children.append(contentsOf: pending[mark...])
    close(.sequence, range: range, mark: mark, first: first, count: pending.count - mark)
  }

  /// Makes everything pending since `mark` a mapping: key, value, key, value, …
  ///
  /// Of the members of one key, the one in the later place stays. The duplicates are returned in the
  /// document's order.
  mutating func mapping(at range: Range<Int>, from mark: Int) -> [Duplicate] {
    let first = children.count
    let count = (pending.count - mark) / 2
    children.append(contentsOf: pending[mark..<(mark + count * 2)])
    var duplicates: [Duplicate] = []
    let kept =
      count <= KeyTable.linearLimit
      ? compareKeys(first: first, count: count, &duplicates)
      : indexKeys(first: first, count: count, &duplicates)
    close(.mapping, range: range, mark: mark, first: first, count: kept)
    return duplicates
  }

  /// Leaves out everything pending since `mark`.
  mutating func drop(from mark: Int) {
    pending.removeLast(max(pending.count - mark, 0))
  }

  /// The finished tree and its root: the last node added.
  consuming func finish() -> Node? {
    guard let root = pending.last else { return nil }
    let tree = Tree(file: file, records: records, children: children, text: text, seed: seed)
    return Node(tree: tree, index: root)
  }

  /// The record added last and still without a parent.
  var lastPending: Tree.Record? { pending.last.map { records[Int($0)] } }

  @inline(__always)
  private mutating func add(_ record: Tree.Record) {
    pending.append(Tree.Index(truncatingIfNeeded: records.count))
    records.append(record)
  }

  private mutating func close(
    _ kind: Node.Kind, range: Range<Int>, mark: Int, first: Int, count: Int
  ) {
    pending.removeLast(pending.count - mark)
    add(
      Tree.Record(
        start: UInt32(truncatingIfNeeded: range.lowerBound),
        end: UInt32(truncatingIfNeeded: range.upperBound),
        first: UInt32(truncatingIfNeeded: first),
        count: UInt32(truncatingIfNeeded: count), kind: kind, isRewritten: false))
  }
}

extension TreeBuilder {
  /// Compares every key with every other one; returns how many members stay.
  private mutating func compareKeys(
    first: Int, count: Int, _ duplicates: inout [Duplicate]
  ) -> Int {
    var count = count
    var later = 1
    while later < count {
      let earlier = (0..<later).first { haveSameText(key(first, $0), key(first, later)) }
      if let earlier {
        duplicates.append((keyIndex(first, earlier), keyIndex(first, later)))
        children.removeSubrange((first + earlier * 2)..<(first + earlier * 2 + 2))
        count -= 1
      } else {
        later += 1
      }
    }
    return count
  }

  /// Appends the hash table of the keys to the children; returns how many members stay.
  private mutating func indexKeys(
    first: Int, count: Int, _ duplicates: inout [Duplicate]
  ) -> Int {
    var isDropped: [Bool] = []
    var table = [Tree.Index](repeating: 0, count: KeyTable.slotCount(forMembers: count))
    for position in 0..<count {
      let slot = slot(of: key(first, position), in: table, first: first)
      if table[slot] > 0 {
        let earlier = Int(table[slot]) - 1
        duplicates.append((keyIndex(first, earlier), keyIndex(first, position)))
        if isDropped.isEmpty { isDropped = Array(repeating: false, count: count) }
        isDropped[earlier] = true
      }
      table[slot] = Tree.Index(truncatingIfNeeded: position + 1)
    }
    guard !isDropped.isEmpty else {
      children.append(contentsOf: table)
      return count
    }
    var kept = 0
    for position in 0..<count where !isDropped[position] {
      children[first + kept * 2] = children[first + position * 2]
      children[first + kept * 2 + 1] = children[first + position * 2 + 1]
      kept += 1
    }
    children.removeSubrange((first + kept * 2)...)
    var none: [Duplicate] = []
    return kept <= KeyTable.linearLimit ? kept : indexKeys(first: first, count: kept, &none)
  }

  /// The slot that holds a key, or else the one where it belongs.
  private func slot(of record: Tree.Record, in table: [Tree.Index], first: Int) -> Int {
    let mask = table.count - 1
    var slot = withText(of: record) {
      Int(truncatingIfNeeded: KeyTable.hash($0, seed: seed)) & mask
    }
    while table[slot] > 0, !haveSameText(key(first, Int(table[slot]) - 1), record) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func key(_ first: Int, _ position: Int) -> Tree.Record {
    records[Int(keyIndex(first, position))]
  }

  private func keyIndex(_ first: Int, _ position: Int) -> Tree.Index {
    children[first + position * 2]
  }

  private func haveSameText(_ left: Tree.Record, _ right: Tree.Record) -> Bool {
    guard left.count == right.count else { return false }
    return withText(of: left) { left in
      withText(of: right) { right in left.elementsEqual(right) }
    }
  }

  /// Calls `body` with a scalar's text.
  func withText<Result>(
    of record: Tree.Record, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = Int(record.first)..<(Int(record.first) + Int(record.count))
    guard record.isRewritten else { return body(UnsafeBufferPointer(rebasing: source[range])) }
    return text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}
