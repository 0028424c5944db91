/// `$schema`: the dialect that a schema is written in (JSON Schema Core, section 8.1.1). Whoever gives
/// the reader its schemas knows it.
public struct SchemaDialect: Annotation {
  public static let name = "$schema"
  public static let treatment = Treatment.enforced

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    _ = try argument.requireString()
  }
}
