extension Shape {
  /// Whether the shape is a type itself.
  public func isReference(to identifier: TypeIdentifier) -> Bool {
    if case .reference(identifier) = self { true } else { false }
  }

  /// The types that the shape mentions.
  public var references: [TypeIdentifier] {
    switch self {
    case .reference(let identifier): [identifier]
    case .array(let shape), .dictionary(let shape), .nullable(let shape): shape.references
    case .object(let object):
      object.properties.flatMap(\.shape.references) + (object.additional?.references ?? [])
    case .union(let union): union.branches.flatMap(\.shape.references)
    case .scalar, .enumeration, .any: []
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
