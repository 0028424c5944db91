import ApusRuntime
import ApusSource

extension Document {
  /// What is written at a JSON Pointer, if anything is.
  public func place(at pointer: String) -> Place? {
    JSONPointer.tokens(of: pointer).flatMap { place.descendant($0) }
  }

  /// Where the value at a JSON Pointer is written.
  public func span(at pointer: String) -> SourceSpan? {
    place(at: pointer)?.span
  }

  /// Where the key of the value at a JSON Pointer is written, or the value if it has no key.
  public func nameSpan(at pointer: String) -> SourceSpan? {
    place(at: pointer)?.nameSpan
  }

  /// The schema at a JSON Pointer: one that stands by itself, or a part of another.
  public func schema(at pointer: String) -> Schema? {
    schemas[pointer]
  }
}
