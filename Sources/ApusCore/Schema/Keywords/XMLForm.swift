/// `xml`: how the value is written in XML (OpenAPI 3.1, section 4.8.26).
public struct XMLForm: Annotation {
  public static let name = "xml"

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {}
}
