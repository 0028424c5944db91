import ApusCore

// A `oneOf` becomes a union.
extension Lowering {
  mutating func union(
    _ oneOf: OneOf, in schema: Schema, called label: Label, nested: inout [TypeDeclaration]
  ) -> Shape {
    let branches = oneOf.schemas.filter { !$0.isNullOnly }
    if branches.count < oneOf.schemas.count {
      return nullable(branches, in: schema, called: label, nested: &nested)
    }
    if let groups = RequiredGroups(branches) {
      return .union(union(of: groups, in: schema, nested: &nested))
    }
    guard schema[Properties.self] == nil else {
      return freeForm(schema, because: "'oneOf' beside 'properties'")
    }
    return .union(union(of: branches, nested: &nested))
  }

  private mutating func nullable(
    _ branches: [Schema], in schema: Schema, called label: Label,
    nested: inout [TypeDeclaration]
  ) -> Shape {
    guard let branch = branches.first, branches.count == 1 else {
      return freeForm(schema, because: "'oneOf' of several alternatives and null")
    }
    return .nullable(shape(of: branch, called: .part(of: label, "value"), nested: &nested))
  }

  /// Alternatives that are whole schemas.
  private mutating func union(
    of branches: [Schema], nested: inout [TypeDeclaration]
  ) -> UnionShape {
    let branches = branches.enumerated().map { index, branch in
      let label = self.label(of: branch, at: index)
      return UnionShape.Branch(
        label: label, shape: shape(of: branch, called: label, nested: &nested))
    }
    return UnionShape(branches: branches, discrimination: .trial)
  }

  /// What an alternative is called: by its title, what it refers to, or its kind.
  private func label(of branch: Schema, at index: Int) -> Label {
    if let title = branch[Title.self]?.text { return .name(title) }
    if let pointer = branch[Reference.self]?.target.pointer,
      let name = document.schemaName(at: pointer)
    {
      return .name(name)
    }
    if let names = branch[Type.self]?.names, let name = names.first, names.count == 1 {
      return .kind(name)
    }
    return .index(index + 1)
  }

  /// Alternatives that differ in what they require of the properties beside the `oneOf`: each
  /// becomes an object with these properties.
  private mutating func union(
    of groups: RequiredGroups, in schema: Schema, nested: inout [TypeDeclaration]
  ) -> UnionShape {
    var inner: [TypeDeclaration] = []
    let shared = properties(of: schema, nested: &inner)
    let label = Label.name("")
    let additional = self.additional(to: schema, called: label, nested: &inner)
    defer { nested += inner }
    let branches = groups.groups.indices.map { index in
      let label = groups.label(of: index)
      let object = ObjectShape(
        properties: groups.properties(of: index, among: shared), additional: additional)
      let declaration = TypeDeclaration(
        identifier: TypeIdentifier(pointer: groups.pointers[index]), label: label,
        description: schema[Description.self]?.text, shape: .object(object), schema: schema,
        nested: [])
      nested.append(declaration)
      return UnionShape.Branch(label: label, shape: .reference(declaration.identifier))
    }
    return UnionShape(
      branches: branches, discrimination: .requiredProperties(groups.groups))
  }
}

extension Schema {
  /// Whether it allows `null` and says nothing else.
  fileprivate var isNullOnly: Bool {
    self[Type.self]?.names == [.null]
  }
}
