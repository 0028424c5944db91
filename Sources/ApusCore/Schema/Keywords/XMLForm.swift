/// `xml`: how the value is written in XML (OpenAPI 3.1, section 4.8.26).
public struct XMLForm: Annotation {
  public static let name = "xml"

  public init<Value>(
    reading argument: Value, with reader: inout SchemaReader<Value>
  ) throws(InvalidArgument) {}
}
