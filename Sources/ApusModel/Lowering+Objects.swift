import ApusCore

// Objects.
extension Lowering {
  /// An object with the properties of all schemas, or a dictionary if they name none.
  mutating func object(
    _ conjunction: Conjunction, at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape {
    let additional = self.additional(to: conjunction, at: site, nested: &nested)
    let properties = self.properties(
      of: conjunction, additional: additional, at: site, nested: &nested)
    if properties.isEmpty, let additional {
      return .dictionary(additional, keys: keys(of: conjunction, at: site, nested: &nested))
    }
    return .object(ObjectShape(properties: properties, additional: additional))
  }

  /// An object's named properties, in the order of the document; last those that are only required.
  mutating func properties(
    of conjunction: Conjunction, additional: Shape?, at site: Site,
    nested: inout [TypeDeclaration]
  ) -> [PropertyShape] {
    let requiredNames = conjunction.requiredNames
    let required = Set(requiredNames)
    let named = conjunction.properties
    var properties = named.map { name, schemas in
      // Made before `property` is called: as its argument it would change a copy of everything.
      let shape = shape(of: schemas, at: site.property(name), nested: &nested)
      return property(
        PropertyShape(
          name: name,
          description: schemas.description,
          isRequired: required.contains(name),
          shape: shape),
        describedBy: schemas)
    }
    guard let additional else { return properties }
    let known = Set(named.map(\.name))
    for name in requiredNames where !known.contains(name) {
      let matched = conjunction.all(PatternProperties.self).flatMap { $0.schemas(matching: name) }
      let shape =
        matched.isEmpty
        ? additional : shape(of: matched, at: site.property(name), nested: &nested)
      properties.append(
        PropertyShape(name: name, description: nil, isRequired: true, shape: shape))
    }
    return properties
  }

  /// What members of other names hold; nil if there may be none.
  mutating func additional(
    to conjunction: Conjunction, at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape? {
    let schemas = conjunction.additional
    if schemas.contains(where: \.refusesEverything) { return nil }
    if !schemas.isEmpty { return shape(of: schemas, at: site.value, nested: &nested) }
    return matched(by: conjunction, at: site, nested: &nested) ?? .any
  }

  /// What members hold that patterns are found in, where there may be no others, and all patterns
  /// come to the same; nil otherwise.
  private mutating func matched(
    by conjunction: Conjunction, at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape? {
    guard let alternatives = conjunction.matchedMembers.first else { return nil }
    if let schema = alternatives.first, alternatives.count == 1 {
      return shape(of: schema, at: site.value, nested: &nested)
    }
    var inner: [TypeDeclaration] = []
    let (strays, joinedTypes) = (self.strays, self.joinedTypes)
    let shapes = alternatives.map { shape(of: $0, at: site.value, nested: &inner) }
    guard let first = shapes.first, inner.isEmpty, shapes.allSatisfy(first.isSame) else {
      // Nobody is to be told of types that nobody declares.
      (self.strays, self.joinedTypes) = (strays, joinedTypes)
      return nil
    }
    return first
  }

  /// The enumeration that all names of members are of, if there is one.
  private mutating func keys(
    of conjunction: Conjunction, at site: Site, nested: inout [TypeDeclaration]
  ) -> TypeIdentifier? {
    let schemas = conjunction.all(PropertyNames.self).map(\.schema)
    let names = Conjunction(schemas)
    guard case .string = names.enumeration?.kind, !facts.allowsNull(names),
      case .reference(let type) = shape(of: schemas, at: site.key, nested: &nested)
    else { return nil }
    return type
  }
}

extension Schema {
  /// Whether it is the schema `false`.
  package var refusesEverything: Bool {
    rules.contains { $0.keyword is Nothing }
  }
}
