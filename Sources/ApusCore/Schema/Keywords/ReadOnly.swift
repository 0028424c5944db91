/// `readOnly`: only the server sets the value (JSON Schema Validation, section 9.4).
public struct ReadOnly: Annotation {
  public static let name = "readOnly"

  /// Whether that is so.
  public let isReadOnly: Bool

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    isReadOnly = try argument.requireBoolean()
  }
}
