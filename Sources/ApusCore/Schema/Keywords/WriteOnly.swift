/// `writeOnly`: only the client sets the value, and the server never tells it (JSON Schema Validation, section 9.4).
public struct WriteOnly: Annotation {
  public static let name = "writeOnly"

  /// Whether that is so.
  public let isWriteOnly: Bool

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    isWriteOnly = try argument.requireBoolean()
  }
}
