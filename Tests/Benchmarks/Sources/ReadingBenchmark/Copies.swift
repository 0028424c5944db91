import ApusSource
import ApusYAML

/// A document with what it describes several times over, each time under other names: to see whether
/// time grows as the text does.
///
/// Copies of paths, webhooks and components refer to the copies of components, so that every copy
/// takes as much work as the original.
struct Copies {
  private let count: Int
  private var text: [UInt8] = []

  /// A document `count` times over, written anew in a notation. It begins with the original, so
  /// that one time over is the document itself, without its comments.
  static func of(
    _ node: Node, count: Int, as notation: DocumentWriter.Notation, name: String
  ) -> SourceFile? {
    var copies = Copies(count: count)
    copies.document(node)
    let json = SourceFile(name: "\(name) × \(count).json", bytes: copies.text)
    if notation == .json { return json }
    var diagnostics = Diagnostics()
    return DocumentReader.read(json, diagnostics: &diagnostics).map {
      SourceFile(name: "\(name) × \(count).yaml", bytes: DocumentWriter.write($0, as: .yaml))
    }
  }

  private init(count: Int) {
    self.count = count
  }

  private mutating func document(_ root: Node) {
    mapping(
      root.members.map { member in
        (
          member.key,
          { copies in
            switch member.key {
            case "paths", "webhooks":
              copies.named(member.value) { $1 == 0 ? $0 : "\($0)/copy\($1)" }
            case "components": copies.components(member.value)
            default: copies.value(member.value, copy: 0)
            }
          }
        )
      })
  }

  private mutating func components(_ node: Node) {
    mapping(
      node.members.map { member in
        (member.key, { copies in copies.named(member.value, Copies.name(_:copy:)) })
      })
  }

  /// A mapping from names that the document chooses, each copy under names of its own.
  private mutating func named(_ node: Node, _ name: @escaping (String, Int) -> String) {
    mapping(
      (0..<count).flatMap { copy in
        node.members.map { member in
          (name(member.key, copy), { copies in copies.value(member.value, copy: copy) })
        }
      })
  }

  private mutating func value(_ node: Node, copy: Int) {
    switch node.kind {
    case .null, .boolean: text += Array((node.boolean.map { "\($0)" } ?? "null").utf8)
    case .number: text += Array((node.number ?? "0").utf8)
    case .string: string(node.string ?? "")
    case .sequence:
      text.append(UInt8(ascii: "["))
      for (index, element) in node.elements.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        value(element, copy: copy)
      }
      text.append(UInt8(ascii: "]"))
    case .mapping:
      mapping(
        node.members.map { member in
          (
            member.key,
            { copies in
              let string = member.value.string
              switch (member.key, string) {
              case ("$ref", let text?): copies.string(Self.reference(text, copy: copy))
              case ("operationId", let text?): copies.string(Self.name(text, copy: copy))
              default: copies.value(member.value, copy: copy)
              }
            }
          )
        })
    }
  }

  private mutating func mapping(_ members: [(String, (inout Copies) -> Void)]) {
    text += Array("{\n".utf8)
    for (index, (key, write)) in members.enumerated() {
      if index > 0 { text += Array(",\n".utf8) }
      string(key)
      text += Array(": ".utf8)
      write(&self)
    }
    text += Array("\n}".utf8)
  }

  private mutating func string(_ string: String) {
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
      case 0x0A: text += Array("\\n".utf8)
      case 0..<0x20: text += Array("\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8)
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }

  private static func name(_ name: String, copy: Int) -> String {
    copy == 0 ? name : "\(name).copy\(copy)"
  }

  /// A reference to a component, to a copy of that.
  private static func reference(_ text: String, copy: Int) -> String {
    var tokens = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard tokens.starts(with: ["#", "components"]), tokens.count > 3 else { return text }
    tokens[3] = name(tokens[3], copy: copy)
    return tokens.joined(separator: "/")
  }
}
