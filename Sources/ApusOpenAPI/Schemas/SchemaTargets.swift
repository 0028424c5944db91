import ApusCore

/// What the references in a document's schemas lead to.
final class SchemaTargets {
  /// Something else is written in a schema than what is plainly meant.
  struct Advice {
    let message: String
    /// The schema's place.
    let location: SchemaLocation
  }

  /// Where references find their schemas.
  let registry = SchemaRegistry()
  private let documents: DocumentSet
  /// The places that weren't read when a reference led to them.
  private var places: [String: Place] = [:]
  /// What each reference leads to, by its text and what it is relative to.
  private var references: [Key: SchemaReference?] = [:]
  /// The resources that were asked for and give dynamic names, by the pointers of their roots.
  private(set) var dynamicResources: [String: SchemaResource] = [:]
  /// The places in other files that references led to.
  private(set) var external: [String: Place] = [:]
  /// What is to be said about the references.
  private(set) var advice: [Advice] = []

  /// A reference's text, and the root of the document or schema that it is relative to.
  private struct Key: Hashable {
    let base: String
    let text: String
  }

  init(in documents: DocumentSet) {
    self.documents = documents
  }

  /// The pointers of all places that references led to.
  var pointers: Set<String> { Set(references.values.compactMap { $0?.pointer }) }

  /// A reference to what the `$ref` of a schema at `location` leads to; nothing if that is nothing.
  func reference(_ text: String, at location: SchemaLocation) -> SchemaReference? {
    let base = documents.resourcePointer(around: .schema(location))
    let key = Key(base: base, text: text)
    if let known = references[key] { return known }
    let reference = find(text, at: location)
    references.updateValue(reference, forKey: key)
    return reference
  }

  private func find(_ text: String, at location: SchemaLocation) -> SchemaReference? {
    let reference = Reference(text, at: documents.entry.span, in: .schema(location))
    let found = documents.lookUp(reference)
    guard let target = found.meant else { return nil }
    if let message = found.advice { advice.append(Advice(message: message, location: location)) }
    let name = reference.fragment
    let anchor = documents.resource(around: .place(target)).anchors[name]
    let isDynamic = anchor?.isDynamic ?? false
    let place = isDynamic ? target : documents.endAcrossFiles(from: target)
    let pointer = place.pointer
    places[pointer] = place
    if !place.isInEntry { external[pointer] = place }
    return registry.reference(to: pointer, dynamicAnchor: isDynamic ? name : nil)
  }

  /// The resource that a schema at a place belongs to, if references to names in it may mean schemas
  /// elsewhere.
  func dynamicResource(around location: SchemaLocation) -> SchemaResource? {
    let resource = documents.resource(around: .schema(location))
    guard resource.hasDynamicAnchors else { return nil }
    let pointer = resource.root.pointer
    if let known = dynamicResources[pointer] { return known }
    var schemas: [String: SchemaReference] = [:]
    for (name, anchor) in resource.anchors where anchor.isDynamic {
      let pointer = anchor.place.pointer
      places[pointer] = anchor.place
      schemas[name] = registry.reference(to: pointer)
    }
    let made = SchemaResource(schemas)
    dynamicResources[pointer] = made
    return made
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
