import ApusSource

/// Finds the OpenAPI document in a Markdown page.
enum MarkdownDocument {
  /// The one fenced block of a page that holds an OpenAPI document. Returns nil, and says why, if
  /// there is none or more than one.
  static func block(
    in file: SourceFile, diagnostics: inout Diagnostics
  ) -> MarkdownPage.Block? {
    let page = MarkdownPage(bytes: file.bytes)
    let blocks = page.blocks()
    var candidates = blocks.filter { isDocument(page, $0) }
    // A block that says it is YAML or JSON will do if none shows by its content that it is OpenAPI.
    if candidates.isEmpty { candidates = blocks.filter { notation(page, $0) != nil } }
    guard let first = candidates.first else {
      diagnostics.error(
        "this page has no fenced code block with an OpenAPI document",
        at: file.span(0..<min(1, file.bytes.count)))
      return nil
    }
    if candidates.count > 1 {
      diagnostics.error(
        "this page has \(candidates.count) code blocks that may be the OpenAPI document; keep one",
        at: file.span(first.opening),
        notes: candidates.dropFirst().prefix(5).map {
          Diagnostic.Note("another one is here", at: file.span($0.opening))
        })
      return nil
    }
    if !first.isClosed {
      diagnostics.warning(
        "this code block is never closed; it is taken to end with the page",
        at: file.span(first.opening))
    }
    return first
  }

  /// Whether a block is JSON, by what stands behind its fence or else by its first character.
  static func isJSON(_ block: MarkdownPage.Block, in file: SourceFile) -> Bool {
    switch notation(MarkdownPage(bytes: file.bytes), block) {
    case .json: true
    case .yaml: false
    case nil: ContentKind.startsWithBracket(file.bytes[block.content])
    }
  }

  private enum Notation { case yaml, json }

  private static func notation(
    _ page: MarkdownPage, _ block: MarkdownPage.Block
  ) -> Notation? {
    let word = page.bytes[block.information].prefix { $0 != 0x20 && $0 != 0x09 }
    let name = String(decoding: word, as: UTF8.self).lowercased()
    if name.hasPrefix("yaml") || name.hasPrefix("yml") { return .yaml }
    return name.hasPrefix("json") ? .json : nil
  }

  private static func isDocument(_ page: MarkdownPage, _ block: MarkdownPage.Block) -> Bool {
    ContentKind.hasDocumentKey(page.bytes[block.content])
  }
}
