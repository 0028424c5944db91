import ApusCore

/// A type of its own name.
public struct TypeDeclaration: Sendable {
  /// What tells it from every other type of the document.
  public var identifier: TypeIdentifier
  /// What it is called in the document.
  public var label: Label
  public var description: String?
  /// What its values are: an object, a tuple, a union, an enumeration, or another shape under a new name.
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
public indirect enum Label: Hashable, Sendable {
  /// By a name in the document, such as a schema's, a property's or a title.
  case name(String)
  /// By the required properties that tell it from the other alternatives.
  case required([String])
  /// By a property that no other alternative describes.
  case possible(String)
  /// By the kind of JSON value that tells it from the other alternatives.
  case kind(Type.Name)
  /// By the status of the response that it is the body of.
  case body(status: Int)
  /// By its being an array, and what its elements are called.
  case array(of: Label)
  /// By what it is a part of, and the name of its part there.
  case part(of: Label, String)
  /// By its place among the alternatives, counted from 1: where nothing else tells them apart.
  case index(Int)
}

extension TypeDeclaration {
  /// The declaration of what is there if it is not null: whoever refers to it says that it may be.
  var withoutNull: TypeDeclaration {
    guard case .nullable(let shape) = shape else { return self }
    var declaration = self
    declaration.shape = shape
    return declaration
  }

  /// The declaration and, beside it, the types inside it if it can hold none: it is only another
  /// name for a shape.
  var withoutTypesInAliases: [TypeDeclaration] {
    switch shape {
    case .object, .tuple, .union, .enumeration: return [self]
    default:
      var alias = self
      alias.nested = []
      return [alias] + nested
    }
  }
}
