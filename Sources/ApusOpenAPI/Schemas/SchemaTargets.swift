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
  /// All places that references led to, each once.
  private(set) var places: [Place] = []
  private var knownPlaces: Set<Place> = []
  /// The places that were referred to, by their own names too, since they were asked for.
  private var newPlaces: [Place] = []
  /// What references lead to by their texts, of those that are relative to one document or schema.
  private typealias References = [String: SchemaReference?]
  /// Those that are relative to what the last one was relative to.
  private var references: References = [:]
  private var base: Place
  /// Those that are relative to something else, by that.
  private var otherReferences: [Place: References] = [:]
  /// The resources that were asked for and give dynamic names, by the pointers of their roots.
  private(set) var dynamicResources: [String: SchemaResource] = [:]
  /// What is to be said about the references.
  private(set) var advice: [Advice] = []

  init(in documents: DocumentSet) {
    self.documents = documents
    base = documents.entry
  }

  /// A reference to what the `$ref` of a schema at `location` leads to; nothing if that is nothing.
  func reference(_ text: String, at location: SchemaLocation) -> SchemaReference? {
    move(to: documents.resourceRoot(around: .schema(location)))
    if let known = references[text] { return known }
    let reference = find(text, at: location)
    references.updateValue(reference, forKey: text)
    return reference
  }

  private func move(to next: Place) {
    guard next != base else { return }
    otherReferences[base] = references
    references = otherReferences.removeValue(forKey: next) ?? [:]
    base = next
  }

  private func find(_ text: String, at location: SchemaLocation) -> SchemaReference? {
    let reference = Reference(text, at: documents.entry.span, in: .schema(location))
    let found = documents.lookUp(reference)
    guard let target = found.meant else { return nil }
    if let message = found.advice { advice.append(Advice(message: message, location: location)) }
    let name = dynamicAnchor(of: reference, leadingTo: target)
    let place = name == nil ? documents.endAcrossFiles(from: target) : target
    if knownPlaces.insert(place).inserted {
      places.append(place)
      newPlaces.append(place)
    }
    return registry.reference(to: place.pointer, dynamicAnchor: name)
  }

  /// The name by which a reference names its target, if that was given by `$dynamicAnchor`.
  private func dynamicAnchor(of reference: Reference, leadingTo target: Place) -> String? {
    let name = reference.fragment
    guard !name.isEmpty, !name.hasPrefix("/") else { return nil }
    let anchor = documents.resource(around: .place(target)).anchors[name]
    return anchor?.isDynamic == true ? name : nil
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
      newPlaces.append(anchor.place)
      schemas[name] = registry.reference(to: anchor.place.pointer)
    }
    let made = SchemaResource(schemas)
    dynamicResources[pointer] = made
    return made
  }

  /// The places that were referred to since the last call.
  func takeNewPlaces() -> [Place] {
    defer { newPlaces = [] }
    return newPlaces
  }
}
