import ApusCore
import ApusModel

/// Writes where the document says what the schemas say: `Locations.swift`.
///
/// The lines stand apart from the schemas, and relative to each other, so that a change in one
/// place of the document does not change what is generated for the others.
enum LocationsEmitter {
  /// The names and outlines of the document and of the files that it refers to.
  static func document(of named: SwiftAPI) -> Code {
    """
    nonisolated extension \(named.schemasName) {
      /// Where the document states its schemas.
      \(Code.paragraphs(named.documents.files.map(constant)))
    }
    """
  }

  private static func constant(_ file: SchemaDocuments.File) -> Code {
    """
    static let \(file.name) = SchemaDocument(
      file: \(Code.string(file.file)),
      outline: \(outline(file.outlines))
    )
    """
  }

  /// A literal of the outline, in the form that `SchemaDocument` reads.
  private static func outline(_ outlines: [SchemaOutline]) -> Code {
    var end = 1
    var lines: [String] = []
    for outline in outlines {
      let pointer = outline.pointer.isEmpty ? "#" : outline.pointer
      lines.append("\(pointer) \(outline.line - end) \(outline.lineCount)")
      end = outline.line + outline.lineCount
      for entry in outline.entries where !entry.key.contains(where: \.isNewline) {
        let indentation = String(repeating: " ", count: entry.depth)
        lines.append("\(indentation)\(JSONPointer.escape(entry.key)) \(entry.step)")
      }
    }
    return .multilineString(lines)
  }
}
