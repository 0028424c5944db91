import ApusModel
import ApusRuntime

/// Writes where the document says what the schemas say: `Locations.swift`.
///
/// The lines stand apart from the schemas, and relative to each other, so that a change in one
/// place of the document does not change what is generated for the others.
enum LocationsEmitter {
  /// The document's name and outline.
  static func document(of named: SwiftAPI) -> Code {
    """
    nonisolated extension Schemas {
      /// Where the document states its schemas.
      static let document = SchemaDocument(
        file: \(Code.string(named.api.documentName)),
        outline: \(outline(named.namedOutlines))
      )
    }
    """
  }

  /// A literal of the outline, in the form that `SchemaDocument` reads.
  private static func outline(_ outlines: [SchemaOutline]) -> Code {
    var end = 1
    var lines: [String] = []
    for outline in outlines {
      lines.append("\(outline.pointer) \(outline.line - end) \(outline.lineCount)")
      end = outline.line + outline.lineCount
      for entry in outline.entries where !entry.key.contains(where: \.isNewline) {
        let indentation = String(repeating: " ", count: entry.depth)
        lines.append("\(indentation)\(JSONPointer.escape(entry.key)) \(entry.step)")
      }
    }
    return .multilineString(lines)
  }
}

extension SwiftAPI {
  /// The outlines of schemas that generated code holds, as a whole or a part of them.
  fileprivate var namedOutlines: [SchemaOutline] {
    api.outlines.filter { outline in
      !outline.pointer.contains(where: \.isNewline)
        && schemaNames.keys.contains { pointer in
          pointer == outline.pointer || pointer.hasPrefix(outline.pointer + "/")
        }
    }
  }
}
