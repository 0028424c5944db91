import ApusCore
import ApusModel

extension Shape {
  /// Whether the shape is a type itself.
  func isReference(to identifier: TypeIdentifier) -> Bool {
    if case .reference(identifier) = self { true } else { false }
  }

  /// The types that the shape mentions.
  var references: [TypeIdentifier] {
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
  /// The types that the declaration and those inside it mention.
  var references: [TypeIdentifier] {
    shape.references + nested.flatMap(\.references)
  }
}

extension Shape {
  /// The formats whose types the shape mentions.
  var formats: [Format] {
    switch self {
    case .scalar(.formatted(let format)): [format]
    case .array(let shape), .dictionary(let shape), .nullable(let shape): shape.formats
    default: []
    }
  }
}

extension Endpoint {
  /// The types that the operation and those that belong to it mention.
  var references: [TypeIdentifier] {
    let shapes =
      parameters.map(\.shape) + [body?.shape].compactMap(\.self)
      + (successes + failures).compactMap(\.shape)
    return shapes.flatMap(\.references) + types.flatMap(\.references)
  }
}
