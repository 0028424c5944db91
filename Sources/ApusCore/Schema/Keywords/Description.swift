/// `description`: what a schema is for, in CommonMark (JSON Schema Validation, section 9.1; OpenAPI
/// 3.1, section 4.8.24.2).
public struct Description: Annotation {
  public static let name = "description"
  public static let treatment = Treatment.documented

  /// The description.
  public let text: String

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    text = try argument.requireString()
  }
}
