/// `example`: a value that shows what is meant (OpenAPI 3.1, section 4.8.24.1).
public struct Example: Annotation {
  public static let name = "example"

  /// The value.
  public let value: JSON

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    value = argument.json
  }
}
