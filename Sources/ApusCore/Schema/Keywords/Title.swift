/// `title`: a short name for what a schema describes (JSON Schema Validation, section 9.1).
public struct Title: Annotation {
  public static let name = "title"
  public static let treatment = Treatment.typed

  /// The title.
  public let text: String

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    text = try argument.requireString()
  }
}
