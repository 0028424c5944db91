/// Writes documents.
public enum DocumentWriter {
  /// How a document is written.
  public enum Notation: String, Hashable, Sendable, CaseIterable {
    case yaml, json
  }

  /// A node as a document of its own in UTF-8 that ends with a line feed.
  ///
  /// It is a function of the values alone, and reads as the same ones: numbers keep their spelling,
  /// as far as the notation has it, and aliases become what they stand for.
  public static func write(_ node: Node, as notation: Notation) -> [UInt8] {
    switch notation {
    case .yaml:
      var writer = YAMLWriter()
      writer.writeDocument(node)
      return writer.bytes
    case .json:
      var writer = JSONWriter()
      writer.write(node, indent: 0)
      writer.bytes.append(0x0A)
      return writer.bytes
    }
  }
}

extension [UInt8] {
  /// Appends text as UTF-8.
  mutating func append(_ text: some StringProtocol) {
    append(contentsOf: text.utf8)
  }

  /// Appends so many spaces.
  mutating func appendSpaces(_ count: Int) {
    append(contentsOf: repeatElement(0x20, count: count))
  }
}
