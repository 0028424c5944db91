import ApusSource

/// A value that is put together from parts of documents: a node as it was read, or a sequence or
/// mapping of such values.
///
/// A change makes new values only of what lies on the way to it; everything else is shared. Once all
/// changes are made, `node(over:)` makes one tree of it.
public struct Composition: Sendable {
  /// A key and its value.
  public struct Member: Sendable {
    let keyText: Composition
    /// The value.
    public var value: Composition

    /// The key.
    public var key: String {
      switch keyText.content {
      case .node(let node): node.tree.string(of: node.record)
      case .text(let text, _): text
      case .sequence, .mapping: ""
      }
    }

    /// Where the key stands.
    public var keySpan: SourceSpan { keyText.span }

    /// A node's member.
    public init(_ member: ApusYAML.Member) {
      keyText = Composition(member.keyNode)
      value = Composition(member.value)
    }

    /// A member with a key in place of what stood at `span`.
    public init(key: String, at span: SourceSpan, value: Composition) {
      keyText = Composition(text: key, at: span)
      self.value = value
    }
  }

  enum Content: Sendable {
    case node(Node)
    case text(String, SourceSpan)
    case sequence([Composition], SourceSpan)
    case mapping([Member], SourceSpan)
  }

  let content: Content

  /// A node with all that is in it.
  public init(_ node: Node) {
    content = .node(node)
  }

  /// A string in place of what stood at `span`.
  public init(text: String, at span: SourceSpan) {
    content = .text(text, span)
  }

  /// A sequence in place of what stood at `span`.
  public init(elements: [Composition], at span: SourceSpan) {
    content = .sequence(elements, span)
  }

  /// A mapping in place of what stood at `span`. No key may be there twice.
  public init(members: [Member], at span: SourceSpan) {
    content = .mapping(members, span)
  }

  /// Where the value stands. For a changed collection, that is where it stood before.
  public var span: SourceSpan {
    switch content {
    case .node(let node): node.span
    case .text(_, let span), .sequence(_, let span), .mapping(_, let span): span
    }
  }

  /// What the value is.
  public var kind: Node.Kind {
    switch content {
    case .node(let node): node.kind
    case .text: .string
    case .sequence: .sequence
    case .mapping: .mapping
    }
  }

  /// The value as a node, if nothing in it was changed.
  public var unchangedNode: Node? {
    guard case .node(let node) = content else { return nil }
    return node
  }
}

extension Composition {
  /// How many elements or members there are; 0 for scalars.
  public var count: Int {
    switch content {
    case .node(let node): node.elements.count + node.members.count
    case .text: 0
    case .sequence(let elements, _): elements.count
    case .mapping(let members, _): members.count
    }
  }

  /// The element or the member's value at a position counted from 0, which must be below `count`.
  public subscript(position: Int) -> Composition {
    switch content {
    case .node(let node):
      node.kind == .mapping
        ? Composition(node.members[position].value) : Composition(node.elements[position])
    case .text: self
    case .sequence(let elements, _): elements[position]
    case .mapping(let members, _): members[position].value
    }
  }

  /// The elements of a sequence; empty for all others.
  public var elements: [Composition] {
    switch content {
    case .node(let node): node.elements.map { Composition($0) }
    case .sequence(let elements, _): elements
    case .text, .mapping: []
    }
  }

  /// The members of a mapping in order; empty for all others.
  public var members: [Member] {
    switch content {
    case .node(let node): node.members.map { Member($0) }
    case .text, .sequence: []
    case .mapping(let members, _): members
    }
  }

  /// The position of the member that has a key, byte by byte; nil if there is none or this is no mapping.
  public func position(of key: String) -> Int? {
    switch content {
    case .node(let node): node.members.position(of: key)
    case .text, .sequence: nil
    case .mapping(let members, _): members.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
    }
  }

  /// A mapping's value under a key; nil if there is none or this is no mapping.
  public subscript(key: String) -> Composition? { position(of: key).map { self[$0] } }
}
