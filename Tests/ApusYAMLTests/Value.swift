import ApusSource
import ApusYAML

/// A document's value without its places, to compare with.
indirect enum Value: Hashable {
  case null
  case boolean(Bool)
  /// A number by its value as a `Double` and, if that can't tell, its spelling.
  case number(Double)
  case string(String)
  case sequence([Value])
  case mapping([String: Value])

  init(_ node: Node) {
    switch node.kind {
    case .null: self = .null
    case .boolean: self = .boolean(node.boolean ?? false)
    case .number: self = .number(node.number.flatMap { Double($0) } ?? .nan)
    case .string: self = .string(node.string ?? "")
    case .sequence: self = .sequence(node.elements.map { Value($0) })
    case .mapping:
      self = .mapping(
        Dictionary(node.members.map { ($0.key, Value($0.value)) }, uniquingKeysWith: { $1 }))
    }
  }
}

/// Reads a text under a file name.
func read(_ text: String, name: String = "test.yaml") -> (node: Node?, diagnostics: Diagnostics) {
  read(Array(text.utf8), name: name)
}

/// Reads bytes under a file name.
func read(_ bytes: [UInt8], name: String = "test.yaml") -> (node: Node?, diagnostics: Diagnostics) {
  var diagnostics = Diagnostics()
  let node = DocumentReader.read(SourceFile(name: name, bytes: bytes), diagnostics: &diagnostics)
  return (node, diagnostics)
}
