/// `$id`: the URI of a schema, which references in it are relative to (JSON Schema Core, section 8.2.1).
/// Whoever follows references knows it.
public struct Identifier: Annotation {
  public static let name = "$id"
  public static let treatment = Treatment.enforced

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    _ = try argument.requireString()
  }
}
