/// `$comment`: a note to those who edit the document (JSON Schema Core, section 8.3).
public struct Comment: Annotation {
  public static let name = "$comment"

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {}
}
