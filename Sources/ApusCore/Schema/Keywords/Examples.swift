/// `examples`: values that show what is meant (JSON Schema Validation, section 9.5).
public struct Examples: Annotation {
  public static let name = "examples"

  /// The values.
  public let values: [JSON]

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    values = try argument.requireElements().map(\.json)
  }
}
