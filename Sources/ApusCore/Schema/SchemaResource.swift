/// A schema resource (JSON Schema Core, section 4.3.5) that gives names to some of its schemas by
/// `$dynamicAnchor`: a document, or a schema with a URI of its own.
///
/// Resources that give no such names need not be known: nothing depends on them.
public final class SchemaResource: Sendable {
  /// The schemas by their names.
  public let dynamicAnchors: [String: SchemaReference]

  /// A resource whose schemas have these names.
  public init(_ dynamicAnchors: [String: SchemaReference]) {
    self.dynamicAnchors = dynamicAnchors
  }

  /// A resource whose schemas have these names.
  public convenience init(_ names: DynamicName...) {
    self.init(
      Dictionary(names.map { ($0.name, $0.schema) }, uniquingKeysWith: { first, _ in first }))
  }
}

/// A name that a schema has by `$dynamicAnchor`.
public struct DynamicName: Sendable {
  let name: String
  let schema: SchemaReference

  /// The name of a schema, which is looked up when it is first needed.
  public init(_ name: String, _ schema: @autoclosure @escaping @Sendable () -> Schema) {
    self.name = name
    self.schema = SchemaReference(schema)
  }
}

/// The schema resources that an evaluation has gone through to where it is (JSON Schema Core, section
/// 7.1), as far as they decide what a name means: the outermost one that gives it.
struct DynamicScope: Hashable {
  /// The resources that give a name that none further out gives, the outermost first.
  private var resources: [SchemaResource] = []

  /// The schema that a name means; nil if no resource gives it.
  func schema(named name: String) -> Schema? {
    for resource in resources {
      if let reference = resource.dynamicAnchors[name] { return reference.schema }
    }
    return nil
  }

  /// Goes into a resource, and tells whether that changes what some name means.
  mutating func enter(_ resource: SchemaResource) -> Bool {
    let isNew = resource.dynamicAnchors.keys.contains { name in
      !resources.contains { $0.dynamicAnchors[name] != nil }
    }
    if isNew { resources.append(resource) }
    return isNew
  }

  /// Comes back from the resource that was entered last, of those that changed a meaning.
  mutating func leave() { _ = resources.popLast() }

  static func == (left: DynamicScope, right: DynamicScope) -> Bool {
    left.resources.elementsEqual(right.resources, by: ===)
  }

  func hash(into hasher: inout Hasher) {
    for resource in resources { hasher.combine(ObjectIdentifier(resource)) }
  }
}
