import ApusCore
import ApusSource
import ApusYAML

// The document's values by number: a node's ordinal, or the number of what stands in its place.
extension SchemaNotation: DocumentSource {
  /// What stands for a value that is written in another form, or in another document.
  enum Content {
    /// What the node is.
    case node
    case boolean(Bool)
    case number(String)
    case text(String)
    case list([DocumentValue])
    case members(Members)
  }

  /// A value that is written in another form, or in another document.
  struct Replacement {
    /// The node that is replaced, or that is the value.
    let node: Node
    let keySpan: SourceSpan?
    fileprivate let form: Form
  }

  /// A replacement's content without the document, which the replacement is a part of.
  fileprivate enum Form {
    case node
    case boolean(Bool)
    case number(String)
    case text(String)
    case list([Number])
    case members([(name: String, value: Number)])
    /// The names of the type that the node names, and of null.
    case nullable
  }

  /// A value's number, and its key's.
  fileprivate struct Number {
    let index: UInt32
    let key: UInt32?

    init(of value: DocumentValue) {
      index = value.index
      key = value.key
    }

    func value(in notation: SchemaNotation) -> DocumentValue {
      DocumentValue(in: notation, index: index, key: key)
    }
  }

  /// Numbers from here on are those of replacements: no document has as many nodes.
  static let firstReplacement: UInt32 = 1 << 31

  /// The value that a node of the document is.
  func value(_ node: Node, under key: UInt32? = nil) -> DocumentValue {
    DocumentValue(in: self, index: node.ordinal, key: key)
  }

  /// A value in place of a node of whichever document.
  func value(
    _ content: Content, of node: Node, under keySpan: SourceSpan?, key: UInt32? = nil
  ) -> DocumentValue {
    let index = add(Replacement(node: node, keySpan: keySpan, form: Form(content)))
    return DocumentValue(in: self, index: index, key: key)
  }

  /// The names of the type that a value names, and of null.
  func nullable(_ type: UInt32) -> UInt32 {
    add(Replacement(node: root.node(type), keySpan: nil, form: .nullable))
  }

  private func add(_ replacement: Replacement) -> UInt32 {
    let count = replacements.withLock { replacements in
      replacements.append(replacement)
      return replacements.count
    }
    return Self.firstReplacement + UInt32(truncatingIfNeeded: count - 1)
  }

  /// Something in place of a value.
  func replacing(_ value: DocumentValue, by content: Content) -> DocumentValue {
    self.value(content, of: node(of: value), under: keySpan(of: value), key: value.key)
  }

  /// The node that a value is, or was before it was replaced.
  func node(of value: DocumentValue) -> Node { node(of: value.index) }

  /// The same for the value of a number.
  func node(of index: UInt32) -> Node {
    replacement(for: index)?.node ?? root.node(index)
  }

  /// Where a value's key stands.
  func keySpan(of value: DocumentValue) -> SourceSpan? {
    replacement(for: value.index)?.keySpan ?? value.key.map { root.node($0).span }
  }

  /// Where a value's key stands, or else the value.
  func nameSpan(of value: DocumentValue) -> SourceSpan {
    keySpan(of: value) ?? node(of: value).span
  }

  private func replacement(for index: UInt32) -> Replacement? {
    guard index >= Self.firstReplacement else { return nil }
    return replacements.withLock { $0[Int(index - Self.firstReplacement)] }
  }

  func kind(of value: DocumentValue) -> JSONKind {
    guard let replacement = replacement(for: value.index) else {
      return JSONKind(root.kind(of: value.index))
    }
    return switch replacement.form {
    case .node: JSONKind(replacement.node.kind)
    case .boolean: .boolean
    case .number: .number
    case .text: .string
    case .list, .nullable: .array
    case .members: .object
    }
  }

  func boolean(of value: DocumentValue) -> Bool? {
    guard let replacement = replacement(for: value.index) else {
      return root.boolean(of: value.index)
    }
    return switch replacement.form {
    case .node: replacement.node.boolean
    case .boolean(let boolean): boolean
    default: nil
    }
  }

  func number(of value: DocumentValue) -> String? {
    guard let replacement = replacement(for: value.index) else {
      return root.node(value.index).number
    }
    return switch replacement.form {
    case .node: replacement.node.number
    case .number(let number): number
    default: nil
    }
  }

  func shortWholeNumber(of value: DocumentValue) -> Int? {
    guard value.index < Self.firstReplacement, root.kind(of: value.index) == .number else {
      return nil
    }
    var number: Int?
    root.withText(of: value.index) { number = Int(shortDigits: $0) }
    return number
  }

  func string(of value: DocumentValue) -> String? {
    guard let replacement = replacement(for: value.index) else {
      return root.string(of: value.index)
    }
    return switch replacement.form {
    case .node: replacement.node.string
    case .text(let text): text
    case .boolean, .number, .list, .members, .nullable: nil
    }
  }

  func withString(of value: DocumentValue, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard value.index < Self.firstReplacement else {
      var string = string(of: value)
      string?.withUTF8(body)
      return
    }
    if root.kind(of: value.index) == .string { root.withText(of: value.index, body) }
  }

  func name(_ key: UInt32) -> String { root.text(of: key) }

  func elements(of value: DocumentValue) -> [DocumentValue] {
    guard let replacement = replacement(for: value.index) else {
      let isSequence = root.kind(of: value.index) == .sequence
      return (0..<(isSequence ? root.count(of: value.index) : 0)).map {
        DocumentValue(in: self, index: root.element(at: $0, of: value.index))
      }
    }
    return switch replacement.form {
    case .node: replacement.node.elements.map { self.value(.node, of: $0, under: nil) }
    case .list(let elements): elements.map { $0.value(in: self) }
    case .nullable:
      [
        DocumentValue(in: self, index: replacement.node.ordinal),
        replacing(value, by: .text("null")),
      ]
    case .boolean, .number, .text, .members: []
    }
  }

  func members(of value: DocumentValue) -> Members {
    guard let replacement = replacement(for: value.index) else {
      let isMapping = root.kind(of: value.index) == .mapping
      return (0..<(isMapping ? root.count(of: value.index) : 0)).map { position in
        let (key, value) = root.member(at: position, of: value.index)
        return (root.text(of: key), DocumentValue(in: self, index: value, key: key))
      }
    }
    return switch replacement.form {
    case .node:
      replacement.node.members.map {
        (name: $0.key, value: self.value(.node, of: $0.value, under: $0.keySpan))
      }
    case .members(let members): members.map { ($0.name, $0.value.value(in: self)) }
    case .boolean, .number, .text, .list, .nullable: []
    }
  }
}

extension Int {
  /// The number that some decimal digits spell, if they are few enough for every number to fit.
  fileprivate init?(shortDigits digits: UnsafeBufferPointer<UInt8>) {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    self = 0
    for digit in digits {
      guard case UInt8(ascii: "0")...UInt8(ascii: "9") = digit else { return nil }
      self = self * 10 + Int(digit - UInt8(ascii: "0"))
    }
  }
}

extension JSONKind {
  fileprivate init(_ kind: Node.Kind) {
    self =
      switch kind {
      case .null: .null
      case .boolean: .boolean
      case .number: .number
      case .string: .string
      case .sequence: .array
      case .mapping: .object
      }
  }
}

extension SchemaNotation.Form {
  fileprivate init(_ content: SchemaNotation.Content) {
    switch content {
    case .node: self = .node
    case .boolean(let boolean): self = .boolean(boolean)
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .list(let elements): self = .list(elements.map(SchemaNotation.Number.init(of:)))
    case .members(let members):
      self = .members(members.map { (name: $0.name, value: SchemaNotation.Number(of: $0.value)) })
    }
  }
}

extension Place {
  /// The value that is written here, apart from its document.
  public var json: JSON {
    SchemaNotation(of: .v32, from: node).value(node).json
  }
}
