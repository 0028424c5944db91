/// `writeOnly`: only the client sets the value, and the server never tells it (JSON Schema Validation, section 9.4).
public struct WriteOnly: Annotation {
  public static let name = "writeOnly"

  /// Whether that is so.
  public let isWriteOnly: Bool

  public init<Value>(
    reading argument: Value, with reader: inout SchemaReader<Value>
  ) throws(InvalidArgument) {
    isWriteOnly = try argument.requireBoolean()
  }
}
