import ApusCore
import ApusOpenAPI

// The lines of schemas, for those who break their rules.
extension Lowering {
  /// The outlines of all schemas that stand in no other, in the order of the document.
  func outlines() -> [SchemaOutline] {
    document.outlines.map { outline in
      var line = outline.line
      let parts = outline.parts.filter { isSchema($0) || isRule($0) }
      return SchemaOutline(
        pointer: outline.pointer, line: outline.line, lineCount: outline.lineCount,
        entries: parts.map { part in
          defer { line = part.line }
          return SchemaOutline.Entry(depth: part.depth, key: part.key, step: part.line - line)
        })
    }
  }

  private func isSchema(_ part: Outline.Part) -> Bool {
    document.schema(at: part.pointer) != nil
  }

  /// Whether it is a keyword that a value can break.
  private func isRule(_ part: Outline.Part) -> Bool {
    let holder = part.pointer.dropLast(JSONPointer.escape(part.key).count + 1)
    let rules = document.schema(at: String(holder))?.rules ?? []
    return rules.contains { rule in
      type(of: rule.keyword).name == part.key && rule.canBeBroken
    }
  }
}
