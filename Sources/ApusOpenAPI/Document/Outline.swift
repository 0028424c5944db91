import ApusCore
import ApusSource
import ApusYAML

/// On which lines a document says what a schema says.
public struct Outline: Sendable {
  /// One keyword of a schema, or one named or numbered part of a keyword's argument.
  public struct Part: Sendable {
    /// How deeply it is nested: 1 for a keyword of the schema itself.
    public let depth: Int
    /// Its name or index, as it is meant.
    public let key: String
    /// The line of its key, or of its value if it has none; counted from 1.
    public let line: Int
    /// Whether it is a schema.
    public let isSchema: Bool
    /// The rule that it states, if it is a keyword.
    public let rule: Rule?
  }

  /// The schema's JSON Pointer in the document.
  public let pointer: String
  /// The line of the schema's key, or of its value if it has none; counted from 1.
  public let line: Int
  /// How many lines the schema has, the line of its key among them.
  public let lineCount: Int
  /// The keywords and parts, in document order, each before what is inside of it.
  public let parts: [Part]
}

extension Document {
  /// The lines of every schema that stands in no other, in document order; after the document's
  /// own those of each other file.
  public var outlines: [Outline] {
    let roots = schemaRoots.compactMap { place -> (file: String, start: Int, place: Place)? in
      let span = place.nameSpan
      let file = place.document
      // Lines of other files, such as overlays, say nothing about this one.
      guard span.file === self.roots[file]?.span.file else { return nil }
      return (file, span.range.lowerBound, place)
    }
    return roots.sorted { ($0.file, $0.start) < ($1.file, $1.start) }.map { outline(of: $0.place) }
  }

  /// The lines of the schema at a JSON Pointer; nothing if nothing is there.
  public func outline(at pointer: String) -> Outline? {
    place(at: pointer).map(outline(of:))
  }

  private func outline(of root: Place) -> Outline {
    let pointer = root.pointer
    let file = root.nameSpan.file
    var walk = OutlineWalk(file: file, schemas: schemas.nodes(ofRootAt: root))
    walk.visit(root.node, at: 1)
    let span = root.span
    let line = file.line(at: root.nameSpan.range.lowerBound)
    let lastLine = span.file.line(at: max(span.range.upperBound - 1, 0))
    return Outline(
      pointer: pointer, line: line, lineCount: max(lastLine - line, 0) + 1, parts: walk.parts)
  }
}

/// A walk through a schema, and through the keywords' arguments that hold schemas. What is data, such
/// as an example, is no part of a schema.
private struct OutlineWalk {
  /// The file whose lines are told.
  let file: SourceFile
  /// The schemas by their nodes.
  let schemas: [Node.ID: Schema]
  private(set) var parts: [Outline.Part] = []

  init(file: SourceFile, schemas: [Node.ID: Schema]) {
    self.file = file
    self.schemas = schemas
  }

  /// Adds what is inside of a node.
  mutating func visit(_ node: Node, at depth: Int) {
    let rules = schemas[node.id]?.rules ?? []
    for member in node.members {
      let key = member.key
      let rule = rules.first { type(of: $0.keyword).name == key }
      add(member.value, at: member.keySpan, as: key, rule, at: depth)
    }
    for (index, element) in node.elements.enumerated() {
      add(element, at: element.span, as: String(index), nil, at: depth)
    }
  }

  private mutating func add(
    _ node: Node, at span: SourceSpan, as key: String, _ rule: Rule?, at depth: Int
  ) {
    guard span.file === file else { return }
    let isSchema = schemas[node.id] != nil
    parts.append(
      Outline.Part(
        depth: depth, key: key, line: file.line(at: span.range.lowerBound), isSchema: isSchema,
        rule: rule))
    let holdsSchemas =
      isSchema || node.members.contains { schemas[$0.value.id] != nil }
      || node.elements.contains { schemas[$0.id] != nil }
    if holdsSchemas { visit(node, at: depth + 1) }
  }
}
