/// `externalDocs`: where more is written (OpenAPI 3.1, section 4.8.24.1).
public struct ExternalDocumentation: Annotation {
  public static let name = "externalDocs"

  public init<Value>(
    reading argument: Value, with reader: inout SchemaReader<Value>
  ) throws(InvalidArgument) {}
}
