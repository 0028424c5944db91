import ApusModel

/// Spells shapes as Swift's types.
struct TypeSpelling {
  /// The names of declared types from the top level.
  let qualifiedNames: [TypeIdentifier: Identifier]

  /// The type inside which the spelling stands; nil at the top level.
  var scope: Identifier?

  /// Whether the spelling stands in an extension of that type, and not in its declaration.
  var isInExtension = false

  /// The same spelling inside a type.
  func inside(_ scope: Identifier) -> TypeSpelling {
    TypeSpelling(qualifiedNames: qualifiedNames, scope: scope)
  }

  /// The same spelling inside an extension of a type.
  func extending(_ scope: Identifier) -> TypeSpelling {
    TypeSpelling(qualifiedNames: qualifiedNames, scope: scope, isInExtension: true)
  }

  /// A name from the top level, as short as it can be where the spelling stands.
  func short(_ name: Identifier) -> Identifier {
    isInExtension ? name.inExtension(of: scope) : name.relative(to: scope)
  }

  /// The name of a declared type, as short as it can be.
  func name(of identifier: TypeIdentifier) -> Identifier? {
    qualifiedNames[identifier].map(short)
  }

  /// The type of a shape.
  func type(of shape: Shape) -> Code {
    switch shape {
    case .scalar(let scalar): type(of: scalar)
    case .array(let element): "[\(type(of: element))]"
    case .dictionary(let value, let keys):
      "[\(keys.map { type(of: .reference($0)) } ?? "String"): \(type(of: value))]"
    case .nullable(let value): "\(type(of: value))?"
    case .reference(let identifier): name(of: identifier).map(Code.name) ?? "JSON"
    case .enumeration, .object, .tuple, .union, .any: "JSON"
    }
  }

  /// The type of a stored property: an optional where the member may be absent.
  func type(of property: SwiftProperty) -> Code {
    if property.isAlwaysThere { return type(of: property.shape) }
    if case .nullable(let inner) = property.shape { return "Nullable<\(type(of: inner))>?" }
    return "\(type(of: property.shape))?"
  }

  private func type(of scalar: Scalar) -> Code {
    switch scalar {
    case .string: "String"
    case .boolean: "Bool"
    case .integer: "Int"
    case .anyInteger: "JSONNumber"
    case .number: "Double"
    case .formatted(let format): format.type.map { Code.word($0.name) } ?? "String"
    }
  }
}
