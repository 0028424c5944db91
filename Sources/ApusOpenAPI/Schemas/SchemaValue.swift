import ApusCore
import ApusSource
import ApusYAML

/// A value as schemas are read from it: with the place of its key, which diagnostics point to.
struct SchemaValue: DocumentValue {
  /// What stands for a value that is written in another form.
  private enum Replacement {
    case text(String)
    case list([SchemaValue])
    case members([(name: String, value: SchemaValue)])
  }

  let node: Node
  let keySpan: SourceSpan?
  /// How the document writes schemas.
  let notation: SchemaNotation
  private let replacement: Replacement?

  init(_ node: Node, keySpan: SourceSpan?, in notation: SchemaNotation) {
    self.init(node, keySpan: keySpan, notation: notation, replacement: nil)
  }

  private init(
    _ node: Node, keySpan: SourceSpan?, notation: SchemaNotation, replacement: Replacement?
  ) {
    self.node = node
    self.keySpan = keySpan
    self.notation = notation
    self.replacement = replacement
  }

  var jsonKind: JSONKind {
    switch replacement {
    case .text: return .string
    case .list: return .array
    case .members: return .object
    case nil: break
    }
    return switch node.kind {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .sequence: .array
    case .mapping: .object
    }
  }

  var boolean: Bool? { replacement == nil ? node.boolean : nil }
  var number: String? { replacement == nil ? node.number : nil }

  var string: String? {
    switch replacement {
    case .text(let text): text
    case .list, .members: nil
    case nil: node.string
    }
  }

  var arrayElements: [SchemaValue] {
    if case .list(let elements) = replacement { return elements }
    return node.elements.map { SchemaValue($0, keySpan: nil, in: notation) }
  }

  var objectMembers: [(name: String, value: SchemaValue)] {
    if case .members(let members) = replacement { return members }
    return node.members.map { ($0.key, SchemaValue($0.value, keySpan: $0.keySpan, in: notation)) }
  }

  var schemaMembers: [(name: String, value: SchemaValue)] {
    notation.normalised(objectMembers)
  }
}

extension SchemaValue {
  /// The value under another key.
  func under(_ keySpan: SourceSpan?) -> SchemaValue {
    SchemaValue(node, keySpan: keySpan, notation: notation, replacement: replacement)
  }

  /// A text in place of the value.
  func replaced(by text: String) -> SchemaValue {
    SchemaValue(node, keySpan: keySpan, notation: notation, replacement: .text(text))
  }

  /// A list in place of the value.
  func replaced(by elements: [SchemaValue]) -> SchemaValue {
    SchemaValue(node, keySpan: keySpan, notation: notation, replacement: .list(elements))
  }

  /// A mapping in place of the value.
  func replaced(by members: [(name: String, value: SchemaValue)]) -> SchemaValue {
    SchemaValue(node, keySpan: keySpan, notation: notation, replacement: .members(members))
  }
}

extension Place {
  /// The value that is written here, apart from its document.
  public var json: JSON {
    SchemaValue(node, keySpan: nil, in: SchemaNotation(of: .v32)).json
  }
}
