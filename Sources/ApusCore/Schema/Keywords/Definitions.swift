/// `$defs`: schemas for others to refer to (JSON Schema Core, section 8.2.4).
public struct Definitions: Annotation {
  public static let name = "$defs"
  public static let treatment = Treatment.enforced

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {}
}
