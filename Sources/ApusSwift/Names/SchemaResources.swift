import ApusCore

/// The schema resources whose dynamic names generated code must know, by the constants that it has
/// for them.
struct SchemaResources {
  /// The resources in the order of their names.
  let constants: [(name: Identifier, resource: SchemaResource)]

  private var names: [ObjectIdentifier: Identifier] = [:]

  /// The resources that some schemas belong to.
  ///
  /// - Parameter taken: The names that other constants beside these have.
  init(of schemas: [Schema], taken: [String]) {
    var seen: Set<ObjectIdentifier> = []
    let resources = schemas.compactMap(\.resource).filter {
      seen.insert(ObjectIdentifier($0)).inserted
    }
    let first = resources.map { resource in
      resource.dynamicAnchors.keys.sorted().first ?? ""
    }
    var table = NameTable(.members, reserved: ["named", "document"] + taken)
    let identifiers = table.names(for: first.map { Words(Words(of: $0).words + ["resource"]) })
    constants = Array(zip(identifiers, resources)).map { (name: $0, resource: $1) }
    for (name, resource) in constants { names[ObjectIdentifier(resource)] = name }
  }

  /// The constant of a resource.
  func name(of resource: SchemaResource) -> Identifier? { names[ObjectIdentifier(resource)] }
}
