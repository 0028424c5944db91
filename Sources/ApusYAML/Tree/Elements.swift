/// The elements of a sequence.
public struct Elements: RandomAccessCollection, Sendable {
  private let tree: Tree
  private let first: Int
  /// How many elements there are.
  public let count: Int

  init(_ node: Node) {
    let record = node.record
    tree = node.tree
    first = Int(record.first)
    count = record.kind == .sequence ? Int(record.count) : 0
  }

  /// Always 0.
  public var startIndex: Int { 0 }
  /// The same as `count`.
  public var endIndex: Int { count }

  /// The element at a position counted from 0. The position must be one of the collection's, as
  /// with an array.
  public subscript(position: Int) -> Node {
    Node(tree: tree, index: tree.children[first + position])
  }
}
