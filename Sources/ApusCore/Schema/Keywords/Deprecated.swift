/// `deprecated`: the value should no longer be used (JSON Schema Validation, section 9.3).
public struct Deprecated: Annotation {
  public static let name = "deprecated"
  public static let treatment = Treatment.typed

  /// Whether that is so.
  public let isDeprecated: Bool

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    isDeprecated = try argument.requireBoolean()
  }
}
