import ApusSource

/// A key and its value.
public struct Member: Sendable {
  let keyNode: Node
  /// The value.
  public let value: Node

  init(keyNode: Node, value: Node) {
    self.keyNode = keyNode
    self.value = value
  }

  /// The key. Every key is a string, whatever it looks like: `200:` has the key `200`.
  public var key: String { keyNode.tree.string(of: keyNode.record) }
  /// The number of the key among the nodes of its document (see ``Node/ordinal``).
  public var keyOrdinal: UInt32 { keyNode.index }
  /// Where the key stands.
  public var keySpan: SourceSpan { keyNode.span }
}

/// The members of a mapping, in the document's order, each key once.
public struct Members: RandomAccessCollection, Sendable {
  private let tree: Tree
  private let first: Int
  /// How many members there are.
  public let count: Int

  init(_ node: Node) {
    let record = node.record
    tree = node.tree
    first = Int(record.first)
    count = record.kind == .mapping ? Int(record.count) : 0
  }

  /// Always 0.
  public var startIndex: Int { 0 }
  /// The same as `count`.
  public var endIndex: Int { count }

  /// The member at a position counted from 0. The position must be one of the collection's, as with
  /// an array.
  public subscript(position: Int) -> Member {
    Member(
      keyNode: Node(tree: tree, index: tree.children[first + position * 2]),
      value: Node(tree: tree, index: tree.children[first + position * 2 + 1])
    )
  }

  /// The member of a key.
  func find(_ key: String) -> Member? { position(of: key).map { self[$0] } }

  /// The position of the member that has a key; nil if there is none.
  ///
  /// Takes the same time in small and large mappings.
  public func position(of key: String) -> Int? {
    if let found = key.utf8.withContiguousStorageIfAvailable({ find($0) }) { return found }
    var copy = key
    return copy.withUTF8 { find($0) }
  }

  private func find(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
    let slotCount = KeyTable.slotCount(forMembers: count)
    guard slotCount > 0 else {
      for position in 0..<count where isKey(key, at: position) { return position }
      return nil
    }
    let table = first + count * 2
    let mask = slotCount - 1
    var slot = Int(truncatingIfNeeded: KeyTable.hash(key, seed: tree.seed)) & mask
    while case let number = Int(tree.children[table + slot]), number > 0 {
      if isKey(key, at: number - 1) { return number - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private func isKey(_ key: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    let record = Int(tree.children[first + position * 2])
    // Most keys differ in their lengths.
    return Int(tree.records[record].count) == key.count && tree.hasText(key, tree.records[record])
  }
}
