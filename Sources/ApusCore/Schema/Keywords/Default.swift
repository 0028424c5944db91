/// `default`: the value to assume where there is none (JSON Schema Validation, section 9.2).
public struct Default: Annotation {
  public static let name = "default"
  public static let treatment = Treatment.typed

  /// The value.
  public let value: JSON

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    value = argument.json
  }
}
