/// `examples`: values that show what is meant (JSON Schema Validation, section 9.5).
public struct Examples: Annotation {
  public static let name = "examples"

  /// The values.
  public let values: [JSON]

  public init<Value>(
    reading argument: Value, with reader: inout SchemaReader<Value>
  ) throws(InvalidArgument) {
    values = try argument.requireElements().map(\.json)
  }
}
