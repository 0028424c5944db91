/// A keyword of JSON Schema: its name, how its argument is read, what it means for a value and
/// what generated code says for it.
///
/// Each keyword is one type in one file of its own, and ``Dialect`` lists them all.
public protocol Keyword: Sendable {
  /// The keyword as documents spell it. The rule of the keyword has the same name, without a `$`.
  static var name: String { get }

  /// Reads the keyword's argument from a document.
  ///
  /// - Throws: ``InvalidArgument`` where the argument has not the form that the standard asks for.
  init(reading argument: DocumentValue, with reader: inout SchemaReader) throws(InvalidArgument)

  /// The arguments of the rule in generated code; nil for a keyword that says nothing about
  /// whether a value is valid (JSON Schema Core, section 7.7, "annotations").
  var arguments: [RuleArgument]? { get }

  /// Whether the keyword describes a value and never refuses one; false if not said otherwise.
  static var isAnnotation: Bool { get }

  /// What becomes of the keyword where it refuses no value; if not said otherwise, nothing of an
  /// annotation.
  static var treatment: Treatment { get }

  /// Whether the keyword's meaning depends on what was found by all others beside it, so that it is
  /// applied after them; false if not said otherwise.
  static var isAppliedLast: Bool { get }

  /// The keyword as it is among the other rules of its schema, for those whose meaning depends on
  /// what stands beside them.
  func beside(_ rules: [Rule]) -> any Keyword

  /// Adds what the keyword asks for to the plan of its schema; if not said otherwise, it leaves the
  /// keyword to be applied on its own.
  func join(_ plan: inout SchemaPlanBuilder)

  /// Whether a value satisfies the keyword, telling `evaluation` why where it does not.
  func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool
}

extension Keyword {
  public static var isAnnotation: Bool { false }

  public static var treatment: Treatment { isAnnotation ? .ignored : .enforced }

  public static var isAppliedLast: Bool { false }

  public func beside(_ rules: [Rule]) -> any Keyword { self }

  public func join(_ plan: inout SchemaPlanBuilder) { plan.apply(self) }
}

/// A keyword's argument that has not the form that the standard asks for.
public struct InvalidArgument: Error, Hashable {
  /// What was expected, to follow the words "expected": "a string", "a list of names".
  public var expected: String

  /// An argument in place of which `expected` should stand.
  public init(expected: String) {
    self.expected = expected
  }
}

/// An argument of a rule, in no particular spelling: the generator writes it as Swift.
public enum RuleArgument: Sendable {
  /// A whole number.
  case integer(Int)
  /// A number.
  case number(JSONNumber)
  /// A string.
  case string(String)
  /// Strings, too many of them for an argument each.
  case strings([String])
  /// Any JSON value.
  case json(JSON)
  /// A member of the parameter's type, such as `.object`.
  case member(String)
  /// A schema.
  case schema(Schema)
  /// A named schema of an object's properties.
  case property(String, Schema)
  /// A name, and others that it brings along.
  case dependency(String, [String])
  /// A reference to a schema that stands elsewhere.
  case reference(SchemaReference)
}

/// A keyword that describes a value and never refuses one (JSON Schema Validation, section 9).
public protocol Annotation: Keyword {}

extension Annotation {
  public static var isAnnotation: Bool { true }

  public var arguments: [RuleArgument]? { nil }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool { true }
}
