import ApusCore

/// What the values of a schema are.
public indirect enum Shape: Sendable {
  case scalar(Scalar)
  case enumeration(EnumerationShape)
  case array(Shape)
  /// A JSON object whose members have no names of their own; these are values of the enumeration
  /// `keys` if there is one.
  case dictionary(Shape, keys: TypeIdentifier? = nil)
  case object(ObjectShape)
  case tuple(TupleShape)
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
  /// A whole number that 64 bits may not hold.
  case anyInteger
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

/// A JSON array whose first elements are of a shape each.
public struct TupleShape: Sendable {
  /// The first elements, in their order: those that have to be there come before the others.
  public var elements: [PropertyShape]
  /// What elements behind them are; nil if there may be none.
  public var rest: Shape?
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

/// How a value shows which alternative of a union it is: by the cheapest tests that are sound for the
/// union's schemas.
public struct Discrimination: Sendable {
  /// What each branch's values pass, in the order of the branches.
  public var tests: [Test]
  /// The schema whose alternatives the tests speak of; nil if they speak of none.
  public var choice: Choice?
  /// Whether values that pass several tests are none of the union's.
  public var isExclusive: Bool
  /// The member that the document says decides, if it does.
  public var discriminator: String?

  /// What the values of a branch pass.
  public enum Test: Sendable {
    /// They are of one of these kinds, and no other branch's are.
    case kinds([Type.Name])
    /// A member has one of these values, and no other branch's has.
    case member(String, [JSON])
    /// Members of these names are there.
    case members([String])
    /// One of these alternatives accepts them.
    case alternatives([Int])
    /// They pass no other branch's test.
    case otherwise
  }

  /// Alternatives in the document.
  public struct Choice: Sendable {
    /// The schema that lists them.
    public var holder: Schema
    /// Whether it does so as `oneOf`, and not as `anyOf`.
    public var isOneOf: Bool
  }
}
