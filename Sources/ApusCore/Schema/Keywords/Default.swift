/// `default`: the value to assume where there is none (JSON Schema Validation, section 9.2).
public struct Default: Annotation {
  public static let name = "default"

  /// The value.
  public let value: JSON

  public init<Value>(
    reading argument: Value, with reader: inout SchemaReader<Value>
  ) throws(InvalidArgument) {
    value = argument.json
  }
}
