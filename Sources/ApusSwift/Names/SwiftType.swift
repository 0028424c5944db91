import ApusCore
import ApusModel

/// A type declaration whose every name is decided.
struct SwiftType {
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
    case union([SwiftCase], UnionShape)
    case enumeration([SwiftValue], EnumerationShape)
    case alias(Shape)
  }
}

/// The properties of a struct.
struct SwiftObject {
  var properties: [SwiftProperty]
  /// The property that holds members of other names; nil if there may be none.
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
