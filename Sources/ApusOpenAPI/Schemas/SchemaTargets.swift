import ApusRuntime

/// What the references in a document's schemas lead to.
final class SchemaTargets {
  /// Where references find their schemas.
  let registry = SchemaRegistry()
  private let documents: DocumentSet
  /// The places that weren't read when a reference led to them.
  private var places: [String: Place] = [:]
  /// What each reference leads to, by its text.
  private var references: [String: SchemaReference?] = [:]

  init(in documents: DocumentSet) {
    self.documents = documents
  }

  /// A reference to what a schema's `$ref` leads to; nothing if that is nothing.
  func reference(_ text: String) -> SchemaReference? {
    if let known = references[text] { return known }
    let reference = find(text)
    references.updateValue(reference, forKey: text)
    return reference
  }

  private func find(_ text: String) -> SchemaReference? {
    let reference = Reference(text, at: documents.entry.span)
    guard case .success(let place) = documents.lookUp(reference) else { return nil }
    places[place.pointer] = place
    return registry.reference(to: place.pointer)
  }

  /// The places that were referred to since the last call, the outermost first, so that no schema
  /// is read by itself and again as a part of another.
  func removeAll() -> [Place] {
    defer { places.removeAll() }
    return places.values.sorted {
      ($0.pointer.utf8.count, $0.pointer) < ($1.pointer.utf8.count, $1.pointer)
    }
  }
}
