import ApusCore

/// What the values of a schema are.
public indirect enum Shape: Sendable {
  case scalar(Scalar)
  case enumeration(EnumerationShape)
  case array(Shape)
  case dictionary(Shape)
  case object(ObjectShape)
  case union(UnionShape)
  /// The type with that identifier.
  case reference(TypeIdentifier)
  /// The shape or `null`.
  case nullable(Shape)
  /// Any JSON value.
  case any
}

/// A value without parts.
public enum Scalar: Sendable, Hashable {
  case string
  case boolean
  case integer
  case number
  /// A string or a number whose format has a type of its own.
  case formatted(Format)
}

/// A JSON object with named properties.
public struct ObjectShape: Sendable {
  /// The properties, in the order of the document.
  public var properties: [PropertyShape]
  /// What members of other names may hold; nil if there may be none.
  public var additional: Shape?
}

/// A named property of an object.
public struct PropertyShape: Sendable {
  /// The member's name in JSON.
  public var name: String
  public var description: String?
  public var isRequired: Bool
  public var shape: Shape
  /// Whether its value can't be kept in place, as it may hold another object of the same type.
  public var isIndirect = false
}

/// A value that is one of several alternatives.
public struct UnionShape: Sendable {
  /// The alternatives, in the order of the document.
  public var branches: [Branch]
  /// What tells them apart.
  public var discrimination: Discrimination
  /// Whether its values can't be kept in place, as they may hold others of the same type.
  public var isIndirect = false

  /// One alternative.
  public struct Branch: Sendable {
    public var label: Label
    public var shape: Shape
  }
}

/// The test by which a value shows which alternative of a union it is: the cheapest one that is
/// sound for the union's schemas.
public enum Discrimination: Sendable {
  /// By the properties that a branch requires: exactly one branch finds all of its own.
  case requiredProperties([[String]])
  /// By the kind of JSON value: no two branches accept the same.
  case kinds([[Type.Name]])
  /// By trying every branch's schema.
  case trial
}
