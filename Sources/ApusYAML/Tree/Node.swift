import ApusSource

/// A value in a document: a handle, cheap to copy, that keeps the document's tree alive.
///
/// Scalars follow the YAML 1.2 core schema (YAML 1.2.2, section 10.3), whatever they were written in.
public struct Node: Sendable {
  /// What a node is.
  public enum Kind: UInt8, Hashable, Sendable {
    case null, boolean, number, string, sequence, mapping
  }

  let tree: Tree
  let index: Tree.Index

  var record: Tree.Record { tree.records[Int(index)] }

  /// What the node is.
  public var kind: Kind { record.kind }

  /// Where the value stands. An alias stands for a value at its own place; what is in that value
  /// stands at the anchor.
  public var span: SourceSpan { tree.span(of: record) }

  /// Whether the node is null, or nothing was written where a value belongs.
  public var isNull: Bool { kind == .null }

  /// The value of a boolean; nil for all others.
  public var boolean: Bool? { tree.boolean(of: record) }

  /// The content of a string; nil for all others, also for numbers and booleans.
  public var string: String? {
    let record = record
    return record.kind == .string ? tree.string(of: record) : nil
  }

  /// A number in JSON's spelling (RFC 8259, section 6), every digit kept; nil for all others.
  ///
  /// It is the number as written, unless it was written as YAML alone allows: then it is the JSON
  /// spelling of equal value (`+1` → `1`, `.5` → `0.5`, `0x1F` → `31`).
  public var number: String? {
    let record = record
    guard record.kind == .number else { return nil }
    return NumberSpelling.json(tree.string(of: record))
  }

  /// The text of any scalar, with quotes and escapes resolved but otherwise as it was written; nil
  /// for collections.
  public var text: String? {
    let record = record
    switch record.kind {
    case .sequence, .mapping: return nil
    case .null, .boolean, .number, .string: return tree.string(of: record)
    }
  }

  /// The elements of a sequence; empty for all others.
  public var elements: Elements { Elements(self) }

  /// The members of a mapping in the document's order; empty for all others.
  public var members: Members { Members(self) }

  /// The value of a mapping's member; nil if there is no such member or this is no mapping.
  public subscript(key: String) -> Node? { member(key)?.value }

  /// A mapping's member; nil if there is none of that key or this is no mapping.
  ///
  /// Takes the same time in small and large mappings.
  public func member(_ key: String) -> Member? { members.find(key) }
}

extension Node: Identifiable {
  /// What tells nodes apart. An alias is another node than the anchored one, but they share what is
  /// in them.
  public struct ID: Hashable, Sendable {
    private let tree: ObjectIdentifier
    private let index: Tree.Index

    fileprivate init(_ node: Node) {
      tree = ObjectIdentifier(node.tree)
      index = node.index
    }
  }

  /// The node's identity, for as long as the tree lives. It says nothing about equal values.
  public var id: ID { ID(self) }
}

// Values by number, for those who keep many of one document.
extension Node {
  /// The node's number among the nodes of its document.
  public var ordinal: UInt32 { index }

  /// The node of a number in the same document; the number must be one of a node there, as with an
  /// array.
  public func node(_ ordinal: UInt32) -> Node { Node(tree: tree, index: ordinal) }

  /// What the node of a number is.
  public func kind(of ordinal: UInt32) -> Kind { tree.records[Int(ordinal)].kind }

  /// The value of the node of a number, if it is a boolean.
  public func boolean(of ordinal: UInt32) -> Bool? { tree.boolean(of: tree.records[Int(ordinal)]) }

  /// The content of the node of a number, if it is a string.
  public func string(of ordinal: UInt32) -> String? {
    let record = tree.records[Int(ordinal)]
    return record.kind == .string ? tree.string(of: record) : nil
  }

  /// The text of the scalar of a number (see ``text``); empty for collections.
  public func text(of ordinal: UInt32) -> String {
    let record = tree.records[Int(ordinal)]
    return record.isCollection ? "" : tree.string(of: record)
  }

  /// How many elements or members the node of a number has.
  public func count(of ordinal: UInt32) -> Int {
    let record = tree.records[Int(ordinal)]
    return record.isCollection ? Int(record.count) : 0
  }

  /// The numbers of the key and the value of a member of the mapping of a number; the position must be
  /// one of its members', as with an array.
  public func member(at position: Int, of ordinal: UInt32) -> (key: UInt32, value: UInt32) {
    let first = Int(tree.records[Int(ordinal)].first) + position * 2
    return (tree.children[first], tree.children[first + 1])
  }

  /// The number of an element of the sequence of a number; the position must be one of its elements',
  /// as with an array.
  public func element(at position: Int, of ordinal: UInt32) -> UInt32 {
    tree.children[Int(tree.records[Int(ordinal)].first) + position]
  }

  /// Whether the scalar of a number has a text (see ``text``).
  public func hasText(_ text: StaticString, _ ordinal: UInt32) -> Bool {
    let record = tree.records[Int(ordinal)]
    return !record.isCollection && text.withUTF8Buffer { tree.hasText($0, record) }
  }

  /// Gives the text of the scalar of a number (see ``text``) as UTF-8; nothing of collections.
  public func withText(of ordinal: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let record = tree.records[Int(ordinal)]
    if !record.isCollection { tree.withText(of: record, body) }
  }
}
