/// `$vocabulary`: in a schema of schemas, which groups of keywords these may use (JSON Schema Core,
/// section 8.1.2). It says nothing about the values of the schema itself.
public struct Vocabularies: Annotation {
  public static let name = "$vocabulary"
  public static let treatment = Treatment.enforced

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    _ = try argument.requireMembers()
  }
}
