extension Shape {
  /// Whether the shape is a type itself.
  public func isReference(to identifier: TypeIdentifier) -> Bool {
    if case .reference(identifier) = self { true } else { false }
  }

  /// The types that the shape mentions.
  public var references: [TypeIdentifier] {
    switch self {
    case .reference(let identifier): [identifier]
    case .array(let shape), .nullable(let shape): shape.references
    case .dictionary(let value, let keys): value.references + [keys].compactMap(\.self)
    case .object(let object):
      object.properties.flatMap(\.shape.references) + (object.additional?.references ?? [])
    case .tuple(let tuple):
      tuple.elements.flatMap(\.shape.references) + (tuple.rest?.references ?? [])
    case .union(let union): union.branches.flatMap(\.shape.references)
    case .scalar, .enumeration, .any: []
    }
  }
}

extension Shape {
  /// The types that names of members are of.
  var keys: [TypeIdentifier] {
    switch self {
    case .array(let shape), .nullable(let shape): shape.keys
    case .dictionary(let value, let keys): value.keys + [keys].compactMap(\.self)
    case .object(let object):
      object.properties.flatMap(\.shape.keys) + (object.additional?.keys ?? [])
    case .tuple(let tuple): tuple.elements.flatMap(\.shape.keys) + (tuple.rest?.keys ?? [])
    case .union(let union): union.branches.flatMap(\.shape.keys)
    case .scalar, .enumeration, .reference, .any: []
    }
  }
}

extension TypeDeclaration {
  /// The declaration's identifier and those of all inside it.
  public var identifiers: [TypeIdentifier] { [identifier] + nested.flatMap(\.identifiers) }

  /// The types that the declaration and those inside it mention.
  public var references: [TypeIdentifier] {
    shape.references + nested.flatMap(\.references)
  }
}
