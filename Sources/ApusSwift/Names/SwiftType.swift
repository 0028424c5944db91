import ApusCore
import ApusModel

/// A type declaration whose every name is decided.
struct SwiftType: Sendable {
  var identifier: TypeIdentifier
  /// The type's own name.
  var name: Identifier
  /// The name from the top level: `RunsCancel.WithStatus`.
  var qualifiedName: Identifier
  var description: String?
  var content: Content
  var nested: [SwiftType]
  var schema: Schema

  /// What the declaration declares.
  enum Content {
    case object(SwiftObject)
    /// A struct that is an array: each property is an element, and the additional one holds the rest.
    case tuple(SwiftObject)
    case union([SwiftCase], UnionShape)
    case enumeration([SwiftValue], EnumerationShape)
    case alias(Shape)
  }
}

extension SwiftType {
  /// What the document says of the type. That it is deprecated stands there alone: the compiler would
  /// warn of every mention, and most are in generated code.
  var documentation: String {
    let isDeprecated = schema[Deprecated.self]?.isDeprecated ?? false
    return [description, isDeprecated ? Code.deprecationText : nil].compactMap(\.self)
      .joined(separator: "\n\n")
  }
}

/// The properties of a struct.
struct SwiftObject {
  var properties: [SwiftProperty]
  /// The property that holds members of other names, or further elements; nil if there may be none.
  var additional: SwiftProperty?
  /// The union that the object is an alternative of, whose schema checks it.
  var union: Identifier?
}

/// A stored property.
struct SwiftProperty {
  var name: Identifier
  var wireName: String
  var description: String?
  var isRequired: Bool
  var shape: Shape
  var isIndirect = false
  /// The default of the document.
  var documentedDefault: JSON?
  /// The value that the document has for a required property that nobody gives one.
  var documentedInitial: JSON?
  /// The expression that stands in for an absent member, if there is one.
  var defaultValue: Code?
  /// The default argument of a required property.
  var initialValue: Code?
  var isDeprecated = false
  var direction: Direction?
}

extension SwiftProperty {
  /// Whether the type has no value for an absent member: it has to be there, or a default stands in.
  var isAlwaysThere: Bool { isRequired || defaultValue != nil }
}

/// A case of a union.
struct SwiftCase {
  var name: Identifier
  /// What tells it from the others.
  var label: Label
  /// What the case holds.
  var shape: Shape
}

/// A value of an enumeration.
struct SwiftValue {
  var name: Identifier
  var value: EnumerationShape.Value
}
