import ApusCore
import ApusSource
import ApusYAML

/// On which lines a document says what a schema says.
public struct Outline: Sendable {
  /// One keyword of a schema, or one named or numbered part of a keyword's argument.
  public struct Part: Hashable, Sendable {
    /// How deeply it is nested: 1 for a keyword of the schema itself.
    public let depth: Int
    /// Its name or index, as it is meant.
    public let key: String
    /// Its JSON Pointer in the document.
    public let pointer: String
    /// The line of its key, or of its value if it has none; counted from 1.
    public let line: Int
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
    let places = schemaRoots.compactMap { place(at: $0) }.filter(isInOwnFile)
    return places.sorted {
      ($0.document, $0.start) < ($1.document, $1.start)
    }.map(outline(of:))
  }

  /// The lines of the schema at a JSON Pointer; nothing if nothing is there.
  public func outline(at pointer: String) -> Outline? {
    place(at: pointer).map(outline(of:))
  }

  private func outline(of root: Place) -> Outline {
    var parts: [Outline.Part] = []
    let schemas = schemas.parts(ofRootAt: root.pointer)
    appendParts(of: root, at: 1, among: schemas, to: &parts)
    let span = root.span
    let line = root.line
    let lastLine = span.file.location(at: max(span.range.upperBound - 1, 0)).line
    return Outline(
      pointer: root.pointer, line: line, lineCount: max(lastLine - line, 0) + 1, parts: parts)
  }

  /// Whether a place is in the file that its pointer leads into. Lines of other files, such as overlays, say
  /// nothing about it.
  private func isInOwnFile(_ place: Place) -> Bool {
    place.nameSpan.file === roots[place.document]?.span.file
  }

  /// Adds what is inside of a schema, or of a keyword's argument that holds schemas. What is data,
  /// such as an example, is no part of a schema.
  private func appendParts(
    of place: Place, at depth: Int, among schemas: [String: Schema],
    to parts: inout [Outline.Part]
  ) {
    for (key, child) in place.children where isInOwnFile(child) {
      let part = Outline.Part(depth: depth, key: key, pointer: child.pointer, line: child.line)
      parts.append(part)
      let holdsSchemas =
        schemas[child.pointer] != nil
        || child.children.contains { schemas[$0.place.pointer] != nil }
      guard holdsSchemas else { continue }
      appendParts(of: child, at: depth + 1, among: schemas, to: &parts)
    }
  }
}

extension Place {
  fileprivate var start: Int { nameSpan.range.lowerBound }
  fileprivate var line: Int { nameSpan.start.line }

  /// The members of a mapping or the elements of a sequence.
  fileprivate var children: [(key: String, place: Place)] {
    guard node.kind == .sequence else { return members.map { ($0.key, $0.place) } }
    return elements.enumerated().map { (key: String($0.offset), place: $0.element) }
  }
}
