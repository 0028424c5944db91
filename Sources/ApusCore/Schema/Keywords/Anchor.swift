/// `$anchor`: a plain name that references may give in place of a JSON Pointer (JSON Schema Core,
/// section 8.2.2). Whoever follows references knows it.
public struct Anchor: Annotation {
  public static let name = "$anchor"
  public static let treatment = Treatment.enforced

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    _ = try argument.requireString()
  }
}
