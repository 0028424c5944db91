/// `contentMediaType`: what media a string holds (JSON Schema Validation, section 8.4).
public struct ContentMediaType: Annotation {
  public static let name = "contentMediaType"

  /// The media type.
  public let mediaType: String

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    mediaType = try argument.requireString()
  }
}
