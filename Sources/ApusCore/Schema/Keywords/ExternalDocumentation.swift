/// `externalDocs`: where more is written (OpenAPI 3.1, section 4.8.24.1).
public struct ExternalDocumentation: Annotation {
  public static let name = "externalDocs"

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {}
}
