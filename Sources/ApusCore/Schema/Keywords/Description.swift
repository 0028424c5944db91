/// `description`: what a schema is for, in CommonMark (JSON Schema Validation, section 9.1; OpenAPI
/// 3.1, section 4.8.24.2).
public struct Description: Annotation {
  public static let name = "description"
  public static let treatment = Treatment.documented

  /// The description, made anew at each call: of few schemas it is ever asked more than once.
  public var text: String { argument.string ?? "" }

  private let argument: DocumentValue

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    guard argument.jsonKind == .string else { throw InvalidArgument(expected: "a string") }
    self.argument = argument
  }
}
