import ApusCore

/// What the references in a document's schemas lead to.
final class SchemaTargets {
  /// Where references find their schemas.
  let registry = SchemaRegistry()
  private let documents: DocumentSet
  /// The places that weren't read when a reference led to them.
  private var places: [String: Place] = [:]
  /// What each reference leads to, by its text and where it stands.
  private var references: [Key: SchemaReference?] = [:]
  /// The places in other files that references led to.
  private(set) var external: [String: Place] = [:]

  /// A reference's text, and the document that it stands in.
  private struct Key: Hashable {
    let document: String
    let text: String
  }

  init(in documents: DocumentSet) {
    self.documents = documents
  }

  /// The pointers of all places that references led to.
  var pointers: Set<String> { Set(references.values.compactMap { $0?.pointer }) }

  /// A reference to what the `$ref` of a schema at `location` leads to; nothing if that is nothing.
  func reference(_ text: String, at location: SchemaLocation) -> SchemaReference? {
    let key = Key(document: Place.parts(of: location.root).document, text: text)
    if let known = references[key] { return known }
    let reference = find(key)
    references.updateValue(reference, forKey: key)
    return reference
  }

  private func find(_ key: Key) -> SchemaReference? {
    guard let root = documents.root(named: key.document) else { return nil }
    let reference = Reference(key.text, at: root.span)
    guard case .success(let target) = documents.lookUp(reference) else { return nil }
    let place = documents.endAcrossFiles(from: target)
    places[place.pointer] = place
    if !place.isInEntry { external[place.pointer] = place }
    return registry.reference(to: place.pointer)
  }

  /// The places that were referred to since the last call, the outermost first, so that no schema
  /// is read by itself and again as a part of another.
  func removeAll() -> [Place] {
    defer { places.removeAll() }
    let sorted = places.sorted {
      ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key)
    }
    return sorted.map(\.value)
  }
}
