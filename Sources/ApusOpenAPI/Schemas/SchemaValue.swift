import ApusRuntime
import ApusSource
import ApusYAML

/// A value as schemas are read from it: with the place of its key, which diagnostics point to.
struct SchemaValue: DocumentValue {
  let node: Node
  let keySpan: SourceSpan?

  init(_ node: Node, keySpan: SourceSpan? = nil) {
    self.node = node
    self.keySpan = keySpan
  }

  var jsonKind: JSONKind {
    switch node.kind {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .sequence: .array
    case .mapping: .object
    }
  }

  var boolean: Bool? { node.boolean }
  var string: String? { node.string }
  var number: String? { node.number }
  var arrayElements: [SchemaValue] { node.elements.map { SchemaValue($0) } }

  var objectMembers: [(name: String, value: SchemaValue)] {
    node.members.map { ($0.key, SchemaValue($0.value, keySpan: $0.keySpan)) }
  }
}

extension Place {
  /// The value that is written here, apart from its document.
  public var json: JSON { SchemaValue(node).json }
}
