/// `contentMediaType`: what media a string holds (JSON Schema Validation, section 8.4).
public struct ContentMediaType: Annotation {
  public static let name = "contentMediaType"

  /// The media type.
  public let mediaType: String

  public init<Value>(
    reading argument: Value, with reader: inout SchemaReader<Value>
  ) throws(InvalidArgument) {
    mediaType = try argument.requireString()
  }
}
