/// `contentEncoding`: how a string holds bytes (JSON Schema Validation, section 8.3).
public struct ContentEncoding: Annotation {
  public static let name = "contentEncoding"

  /// The name of the encoding.
  public let encoding: String

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    encoding = try argument.requireString()
  }
}
