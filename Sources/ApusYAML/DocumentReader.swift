import ApusSource

/// Reads documents of any supported notation.
public enum DocumentReader {
  private enum Notation { case json, yaml, markdown }

  /// Reads a document: JSON, YAML, or a Markdown page with one fenced OpenAPI block.
  ///
  /// The file's name decides by its ending, or else its content. Returns nil if there is no tree to
  /// speak of; a tree may come with errors all the same, so that later stages find theirs too.
  public static func read(_ file: SourceFile, diagnostics: inout Diagnostics) -> Node? {
    guard let start = TextCheck.textStart(of: file, diagnostics: &diagnostics) else { return nil }
    switch notation(of: file, from: start) {
    case .json:
      return JSONDocumentParser.read(
        file, range: start..<file.bytes.count, diagnostics: &diagnostics)
    case .yaml:
      return YAMLParser.read(file, range: start..<file.bytes.count, diagnostics: &diagnostics)
    case .markdown:
      guard let block = MarkdownDocument.block(in: file, diagnostics: &diagnostics) else {
        return nil
      }
      return MarkdownDocument.isJSON(block, in: file)
        ? JSONDocumentParser.read(file, range: block.content, diagnostics: &diagnostics)
        : YAMLParser.read(file, range: block.content, diagnostics: &diagnostics)
    }
  }

  private static func notation(of file: SourceFile, from start: Int) -> Notation {
    switch file.name.split(separator: ".").last?.lowercased() {
    case "json": .json
    case "yaml", "yml": .yaml
    case "md", "markdown", "mdx": .markdown
    default:
      if ContentKind.startsWithBracket(file.bytes[start...]) {
        .json
      } else if ContentKind.isMarkdown(file.bytes) {
        .markdown
      } else {
        .yaml
      }
    }
  }
}
