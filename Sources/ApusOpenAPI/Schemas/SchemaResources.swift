import ApusYAML

/// The schemas of one file that have URIs or plain names (JSON Schema Core, sections 8.2.1 and 8.2.2).
struct SchemaResources: Sendable {
  /// The file as a whole, or a schema in it that gives itself a URI.
  struct Resource: Sendable {
    /// Its URI without a fragment, or the path of its file: what references in it are relative to.
    let address: String
    /// Where it stands.
    let root: Place
    /// The names of its schemas, apart from those of resources inside of it.
    var anchors: [String: Anchor] = [:]

    /// Whether a reference to one of the names may mean a schema elsewhere.
    var hasDynamicAnchors: Bool { anchors.values.contains(where: \.isDynamic) }
  }

  /// A schema that has a plain name.
  struct Anchor: Sendable {
    let place: Place
    /// Whether the name was given by `$dynamicAnchor`.
    let isDynamic: Bool
  }

  /// Something that is named twice, with its first place.
  struct Repetition: Sendable {
    let message: String
    let place: Place
    let first: Place
  }

  /// The address of the file, whatever it calls itself.
  let fileAddress: String
  /// The file as a whole first, and then the others in document order.
  private(set) var resources: [Resource]
  /// What is named twice in one resource.
  private(set) var repetitions: [Repetition] = []
  /// The URIs of the dialects that schemas say they are written in, by the schemas' pointers.
  private(set) var dialects: [String: String] = [:]
  /// The positions of the resources by the pointers of their roots.
  private var positions: [String: Int]

  /// Finds the resources of a file.
  init(in root: Place, at fileAddress: String) {
    self.fileAddress = fileAddress
    let own = root.node["$self"]?.string ?? ""
    let address = FileAddress.resolved(Self.withoutFragment(own), in: fileAddress)
    resources = [Resource(address: address, root: root)]
    positions = [root.pointer: 0]
    if let dialect = root.node["jsonSchemaDialect"]?.string { dialects[root.pointer] = dialect }
    guard root.node.mentions(["$id", "$anchor", "$dynamicAnchor", "$schema"]) else { return }
    var walk = SchemaWalk(from: root)
    while let (place, outer) = walk.next() {
      let resource = note(place, in: outer)
      walk.descend(into: place, resource: resource)
    }
  }

  /// Whether references to some names may mean schemas elsewhere.
  var hasDynamicAnchors: Bool { resources.contains(where: \.hasDynamicAnchors) }

  /// Whether the file as a whole is a schema with a URI of its own.
  var isIdentified: Bool { file.root.node["$id"]?.string != nil }

  /// The file as a whole.
  var file: Resource { resources[0] }

  /// The resource that something belongs to: the innermost one around it.
  func resource(around origin: Reference.Origin) -> Resource {
    guard resources.count > 1 else { return file }
    return Self.innermost(around: origin.pointer) { positions[$0] }.map { resources[$0] } ?? file
  }

  /// Where the resource starts that something belongs to.
  func resourceRoot(around origin: Reference.Origin) -> Place {
    resources.count > 1 ? resource(around: origin).root : resources[0].root
  }

  /// The URI of the dialect that a schema is written in; nothing if neither it nor one around it says.
  func dialect(of origin: Reference.Origin) -> String? {
    guard !dialects.isEmpty else { return nil }
    return Self.innermost(around: origin.pointer) { dialects[$0] }
  }

  /// What is found for a pointer, or else for the nearest one around it.
  private static func innermost<Found>(
    around pointer: String, _ find: (String) -> Found?
  ) -> Found? {
    var pointer = pointer[...]
    while true {
      if let found = find(String(pointer)) { return found }
      guard let slash = pointer.lastIndex(of: "/") else { return nil }
      pointer = pointer[..<slash]
    }
  }

  /// Notes what a schema calls itself, and gives the position of the resource that it belongs to.
  private mutating func note(_ schema: Place, in outer: Int) -> Int {
    var position = outer
    if let dialect = schema.node["$schema"]?.string { dialects[schema.pointer] = dialect }
    if let text = schema.node["$id"]?.string, !text.hasPrefix("#") {
      let base = resources[outer].address
      let address = FileAddress.resolved(Self.withoutFragment(text), in: base)
      position = schema.pointer == file.root.pointer ? 0 : resources.count
      let resource = Resource(address: address, root: schema)
      if position == 0 { resources[0] = resource } else { resources.append(resource) }
      positions[schema.pointer] = position
    }
    for (key, isDynamic) in [("$anchor", false), ("$dynamicAnchor", true)] {
      guard let name = schema.node[key]?.string else { continue }
      if let first = resources[position].anchors[name], first.place.pointer != schema.pointer {
        let message = "a second schema is named '\(name)': references lead to the first"
        repetitions.append(Repetition(message: message, place: schema, first: first.place))
      } else {
        let known = resources[position].anchors[name]?.isDynamic ?? false
        resources[position].anchors[name] = Anchor(place: schema, isDynamic: isDynamic || known)
      }
    }
    return position
  }

  private static func withoutFragment(_ text: String) -> String {
    Reference.percentDecoded(text.prefix { $0 != "#" })
  }
}
