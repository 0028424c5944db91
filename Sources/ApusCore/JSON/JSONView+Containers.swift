extension JSONView {
  /// The elements of an array, in order; none for values of other kinds.
  public var elements: Elements {
    Elements(
      node: node + 1, text: text,
      remaining: node.pointee.kind == .array ? Int(node.pointee.length) : 0)
  }

  /// The members of an object, in the text's order; none for values of other kinds.
  ///
  /// Of several members with one name only the first counts, as `JSONDecoder` has it; the others are not here.
  public var members: Members {
    Members(
      node: node + 1, text: text,
      remaining: node.pointee.kind == .object ? Int(node.pointee.length) : 0)
  }

  /// The value of the member with this name, or nil if there is none or the value is no object.
  public func member(_ name: String) -> JSONView? {
    name.withBytes { bytes in
      let key = JSONName(bytes)
      return members.first { $0.name.equals(key) }?.value
    }
  }

  /// The elements of an array, in order.
  public struct Elements: Sequence, IteratorProtocol {
    var node: UnsafePointer<JSONNode>
    let text: UnsafePointer<UInt8>
    var remaining: Int

    public var underestimatedCount: Int { remaining }

    public mutating func next() -> JSONView? {
      guard remaining > 0 else { return nil }
      remaining -= 1
      defer { node += Int(node.pointee.next) }
      return JSONView(node: node, text: text)
    }
  }

  /// A member of an object.
  public struct Member: Hashable {
    /// The member's name.
    public let name: JSONStringView
    /// The member's value.
    public let value: JSONView
  }

  /// The members of an object, in the order of the text: of several of one name only the last.
  public struct Members: Sequence, IteratorProtocol {
    var node: UnsafePointer<JSONNode>
    let text: UnsafePointer<UInt8>
    var remaining: Int

    public var underestimatedCount: Int { remaining }

    public mutating func next() -> Member? {
      guard remaining > 0 else { return nil }
      remaining -= 1
      while node.pointee.flags.contains(.duplicate) { node += 1 + Int(node[1].next) }
      defer { node += 1 + Int(node[1].next) }
      return Member(
        name: JSONStringView(node: node, text: text), value: JSONView(node: node + 1, text: text))
    }
  }
}
