import ApusSource

/// All nodes of one document, or of one put together from several, as flat arrays of small records
/// that name each other by index.
///
/// A mapping's children are key, value, key, value, …; behind those of a large mapping stands a hash
/// table (see `KeyTable`). An alias of a collection has the same children as the anchored node, so that
/// a node may have several parents, but never itself as a descendant.
final class Tree: Sendable {
  /// A node's place in `records`.
  typealias Index = UInt32

  /// One node.
  struct Record: Sendable {
    /// The bytes in the source that the node stands in.
    var start: UInt32
    var end: UInt32
    /// Of a scalar, where its text starts, in the source or in `text`; of a collection, where its
    /// children start in `children`.
    var first: UInt32
    /// Of a scalar, the bytes in its text; of a collection, its elements or members.
    var count: UInt32
    var kind: Node.Kind
    /// Whether a scalar's text differs from the source and stands in `Tree.text`.
    var isRewritten: Bool
    /// The file that the node stands in: 0 for `Tree.file`, or else its number in `Tree.others`,
    /// counted from 1. It takes the room that the fields above leave.
    var source: UInt16 = 0

    var isCollection: Bool { kind == .sequence || kind == .mapping }
  }

  let file: SourceFile
  /// What `file` holds, at hand.
  let bytes: [UInt8]
  /// The other files that nodes stand in, if the tree was put together from several.
  let others: [SourceFile]
  let records: [Record]
  let children: [Index]
  let text: [UInt8]
  let seed: UInt64

  init(
    file: SourceFile, others: [SourceFile] = [], records: [Record], children: [Index],
    text: [UInt8], seed: UInt64
  ) {
    self.file = file
    bytes = file.bytes
    self.others = others
    self.records = records
    self.children = children
    self.text = text
    self.seed = seed
  }

  /// The file that a node stands in.
  func file(of record: Record) -> SourceFile {
    record.source == 0 ? file : others[Int(record.source) - 1]
  }

  /// A scalar's text as UTF-8.
  func bytes(of record: Record) -> ArraySlice<UInt8> {
    let range = Int(record.first)..<(Int(record.first) + Int(record.count))
    return record.isRewritten ? text[range] : file(of: record).bytes[range]
  }

  /// The value of a boolean; nil for all others.
  func boolean(of record: Record) -> Bool? {
    guard record.kind == .boolean else { return nil }
    return bytes(of: record).first.map { $0 | 0x20 } == UInt8(ascii: "t")
  }

  /// The bytes that a node stands in.
  func span(of record: Record) -> SourceSpan {
    SourceSpan(
      file: file(of: record),
      range: SourceRange(lowerBound: Int(record.start), upperBound: Int(record.end))
    )
  }
}
