/// `title`: a short name for what a schema describes (JSON Schema Validation, section 9.1).
public struct Title: Annotation {
  public static let name = "title"

  /// The title.
  public let text: String

  public init<Value>(
    reading argument: Value, with reader: inout SchemaReader<Value>
  ) throws(InvalidArgument) {
    text = try argument.requireString()
  }
}
