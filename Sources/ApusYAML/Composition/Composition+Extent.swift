extension Composition {
  /// How large a value is.
  public struct Extent: Hashable, Sendable {
    /// How many collections are within each other at most.
    public var depth: Int
    /// How many values there are, those that are there several times counted as often.
    public var nodeCount: Int

    /// So many values, nested so deeply.
    public init(depth: Int, nodeCount: Int) {
      self.depth = depth
      self.nodeCount = nodeCount
    }

    /// Whether it is more than may be read from a document.
    public var isTooLarge: Bool { depth > Limits.depth || nodeCount > Limits.expandedNodes }
  }

  /// The value's size.
  public var extent: Extent {
    switch content {
    case .node(let node): Self.extent(of: node)
    case .text: Extent(depth: 0, nodeCount: 1)
    case .sequence(let elements, _): Self.extent(around: elements.lazy.map(\.extent))
    case .mapping(let members, _): Self.extent(around: members.lazy.map(\.value.extent))
    }
  }

  private static func extent(of node: Node) -> Extent {
    switch node.kind {
    case .sequence: extent(around: node.elements.lazy.map { extent(of: $0) })
    case .mapping: extent(around: node.members.lazy.map { extent(of: $0.value) })
    case .null, .boolean, .number, .string: Extent(depth: 0, nodeCount: 1)
    }
  }

  private static func extent(around children: some Sequence<Extent>) -> Extent {
    var whole = Extent(depth: 0, nodeCount: 1)
    for child in children {
      whole.depth = max(whole.depth, child.depth)
      whole.nodeCount += child.nodeCount
    }
    whole.depth += 1
    return whole
  }
}
