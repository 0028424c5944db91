/// Writes nodes as YAML (YAML 1.2.2) in block style, indented by two spaces.
struct YAMLWriter {
  var bytes: [UInt8] = []

  /// Writes a root and ends its line.
  mutating func writeDocument(_ node: Node) {
    if isBlock(node) {
      writeItems(of: node, indent: 0)
    } else {
      writeInline(node)
      bytes.append(0x0A)
    }
  }

  /// Whether a value has lines of its own.
  private func isBlock(_ node: Node) -> Bool {
    switch node.kind {
    case .sequence: !node.elements.isEmpty
    case .mapping: !node.members.isEmpty
    case .null, .boolean, .number, .string: false
    }
  }

  /// Writes what a sequence or mapping holds. The first item goes to where the line is; every
  /// other one gets a line at `indent`.
  private mutating func writeItems(of node: Node, indent: Int) {
    var isFirst = true
    for element in node.elements {
      if !isFirst { bytes.appendSpaces(indent) }
      isFirst = false
      bytes.append("-")
      writeElement(element, indent: indent)
    }
    for member in node.members {
      if !isFirst { bytes.appendSpaces(indent) }
      isFirst = false
      writeKey(member.key)
      writeMemberValue(member.value, indent: indent)
    }
  }

  /// Writes what stands behind `-`.
  private mutating func writeElement(_ node: Node, indent: Int) {
    if isBlock(node) {
      bytes.append(0x20)
      writeItems(of: node, indent: indent + 2)
    } else {
      writeScalar(node, indent: indent)
    }
  }

  /// Writes what stands behind `:`.
  private mutating func writeMemberValue(_ node: Node, indent: Int) {
    if isBlock(node) {
      bytes.append(0x0A)
      bytes.appendSpaces(indent + 2)
      writeItems(of: node, indent: indent + 2)
    } else {
      writeScalar(node, indent: indent)
    }
  }

  /// Writes a scalar or an empty collection behind an indicator, and ends its line.
  private mutating func writeScalar(_ node: Node, indent: Int) {
    bytes.append(0x20)
    if let text = node.string, let block = LiteralText(text) {
      block.append(to: &bytes, indent: indent + 2)
    } else {
      writeInline(node)
      bytes.append(0x0A)
    }
  }

  /// Writes a scalar or an empty collection within a line.
  private mutating func writeInline(_ node: Node) {
    switch node.kind {
    case .null: bytes.append("null")
    case .boolean: bytes.append(node.boolean == true ? "true" : "false")
    case .number: bytes.append(node.text ?? "")
    case .string: writeText(node.string ?? "")
    case .sequence: bytes.append("[]")
    case .mapping: bytes.append("{}")
    }
  }

  private mutating func writeKey(_ key: String) {
    // Longer ones are no keys to most readers unless they say so (section 7.4.2).
    let isLong = key.utf8.count > 1000
    if isLong { bytes.append("? ") }
    writeText(key)
    bytes.append(isLong ? "\n:" : ":")
  }

  private mutating func writeText(_ text: String) {
    if PlainText.isSafe(text) {
      bytes.append(text)
    } else if text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }),
      !text.unicodeScalars.contains(where: QuotedText.needsEscape)
    {
      QuotedText.appendSingle(text, to: &bytes)
    } else {
      QuotedText.appendDouble(text, to: &bytes)
    }
  }
}
