import ApusRuntime

/// A type of its own name.
public struct TypeDeclaration: Sendable {
  /// What tells it from every other type of the document.
  public var identifier: TypeIdentifier
  /// What it is called in the document.
  public var label: Label
  public var description: String?
  /// What its values are: an object, a union, an enumeration, or another shape under a new name.
  public var shape: Shape
  /// What its values must satisfy.
  public var schema: Schema
  /// The types that only it uses.
  public var nested: [TypeDeclaration]
}

/// What tells a type from every other of the document: the JSON Pointer of the schema that it is
/// made from.
public struct TypeIdentifier: Hashable, Sendable {
  public var pointer: String

  public init(pointer: String) {
    self.pointer = pointer
  }
}

/// What a type or an alternative is called, before any spelling.
public enum Label: Hashable, Sendable {
  /// By a name in the document, such as a schema's, a property's or a title.
  case name(String)
  /// By the required properties that tell it from the other alternatives.
  case required([String])
  /// By the kind of JSON value that tells it from the other alternatives.
  case kind(Type.Name)
  /// By its place among the alternatives, counted from 1: where nothing else tells them apart.
  case index(Int)
}
