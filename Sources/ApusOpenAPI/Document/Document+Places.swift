import ApusCore
import ApusSource

extension Document {
  /// What is written at a JSON Pointer, if anything is.
  public func place(at pointer: String) -> Place? {
    let parts = Place.parts(of: pointer)
    return JSONPointer.tokens(of: parts.pointer).flatMap {
      roots[parts.document]?.descendant($0)
    }
  }

  /// What a pointer consists of: the name of the file that it leads into, empty for the document
  /// itself, and the JSON Pointer there.
  public func parts(of pointer: String) -> (file: String, pointer: String) {
    let parts = Place.parts(of: pointer)
    return (parts.document, parts.pointer)
  }

  /// Where the value at a JSON Pointer is written.
  public func span(at pointer: String) -> SourceSpan? {
    place(at: pointer)?.span
  }

  /// Where the key of the value at a JSON Pointer is written, or the value if it has no key.
  public func nameSpan(at pointer: String) -> SourceSpan? {
    place(at: pointer)?.nameSpan
  }

  /// The name of the schema at a JSON Pointer, if it is one of ``namedSchemas``.
  public func schemaName(at pointer: String) -> String? {
    schemaNames[pointer]
  }

  /// How many schemas of the document and the files that it refers to have a name by
  /// `$dynamicAnchor`. If only one does, references to the name always lead to it.
  public func dynamicAnchorCount(of name: String) -> Int {
    dynamicAnchorCounts[name] ?? 0
  }

  /// All schemas of the document and of the files that it refers to, those inside of others, too.
  public var allSchemas: [Schema] { schemas.all }

  /// The schema at a JSON Pointer: one that stands by itself, or a part of another.
  public func schema(at pointer: String) -> Schema? {
    schemas[pointer]
  }
}
