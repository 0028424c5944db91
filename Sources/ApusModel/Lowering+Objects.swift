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
    if properties.isEmpty, let additional { return .dictionary(additional) }
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
      property(
        PropertyShape(
          name: name,
          description: schemas.description,
          isRequired: required.contains(name),
          shape: shape(of: schemas, at: site.property(name), nested: &nested)),
        describedBy: schemas)
    }
    guard let additional else { return properties }
    let known = Set(named.map(\.name))
    for name in requiredNames where !known.contains(name) {
      properties.append(
        PropertyShape(name: name, description: nil, isRequired: true, shape: additional))
    }
    return properties
  }

  /// What members of other names hold; nil if there may be none.
  mutating func additional(
    to conjunction: Conjunction, at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape? {
    let schemas = conjunction.additional
    if schemas.contains(where: \.refusesEverything) { return nil }
    guard !schemas.isEmpty else { return .any }
    return shape(of: schemas, at: site.value, nested: &nested)
  }
}

extension Schema {
  /// Whether it is the schema `false`.
  package var refusesEverything: Bool {
    rules.contains { $0.keyword is Nothing }
  }
}
