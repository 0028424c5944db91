/// Writes nodes as JSON (RFC 8259), a member or an element a line, indented by two spaces.
struct JSONWriter {
  var bytes: [UInt8] = []

  /// Writes a value. The lines after its first one are indented by `indent` spaces and more.
  mutating func write(_ node: Node, indent: Int) {
    switch node.kind {
    case .null: bytes.append("null")
    case .boolean: bytes.append(node.boolean == true ? "true" : "false")
    case .number: bytes.append(node.number ?? "")
    case .string: QuotedText.appendDouble(node.string ?? "", to: &bytes)
    case .sequence:
      writeCollection(node.elements, "[", "]", indent: indent) { writer, element in
        writer.write(element, indent: indent + 2)
      }
    case .mapping:
      writeCollection(node.members, "{", "}", indent: indent) { writer, member in
        QuotedText.appendDouble(member.key, to: &writer.bytes)
        writer.bytes.append(": ")
        writer.write(member.value, indent: indent + 2)
      }
    }
  }

  private mutating func writeCollection<Items: Collection>(
    _ items: Items, _ open: String, _ close: String, indent: Int,
    _ writeItem: (inout JSONWriter, Items.Element) -> Void
  ) {
    bytes.append(open)
    var separator = "\n"
    for item in items {
      bytes.append(separator)
      bytes.appendSpaces(indent + 2)
      writeItem(&self, item)
      separator = ",\n"
    }
    if !items.isEmpty {
      bytes.append(0x0A)
      bytes.appendSpaces(indent)
    }
    bytes.append(close)
  }
}
