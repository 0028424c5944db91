/// `$dynamicAnchor`: a plain name that a `$dynamicRef` may find in the place of another schema's of the
/// same name (JSON Schema Core, section 8.2.2).
public struct DynamicAnchor: Annotation {
  public static let name = "$dynamicAnchor"
  public static let treatment = Treatment.enforced

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    _ = try argument.requireString()
  }
}
