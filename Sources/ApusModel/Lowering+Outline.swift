import ApusCore
import ApusOpenAPI

// The lines of schemas, for those who break their rules.
extension Lowering {
  /// The outlines of all schemas that stand in no other, in the order of the document.
  func outlines() -> [SchemaOutline] {
    document.outlines.map { outline in
      var line = outline.line
      // Of keywords those that a value can break.
      let parts = outline.parts.filter { $0.isSchema || $0.rule?.canBeBroken ?? false }
      return SchemaOutline(
        pointer: outline.pointer, line: outline.line, lineCount: outline.lineCount,
        entries: parts.map { part in
          defer { line = part.line }
          return SchemaOutline.Entry(depth: part.depth, key: part.key, step: part.line - line)
        })
    }
  }
}
