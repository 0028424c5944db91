/// `contentSchema`: what the JSON that a string holds is like (JSON Schema Validation, section 8.5).
public struct ContentSchema: Annotation {
  public static let name = "contentSchema"
  public static let treatment = Treatment.typed

  /// What the string's own content satisfies; nothing checks it.
  public let schema: Schema

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    schema = reader.schema(argument)
  }
}
