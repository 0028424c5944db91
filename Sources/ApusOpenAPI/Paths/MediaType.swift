import ApusCore
import ApusSource

/// What is carried in one media type (OpenAPI 3.2.0, section 4.14).
public struct MediaType: DocumentObject {
  /// The whole content.
  public let schema: Schema?
  /// Each item of content that is a sequence of items, such as an event stream.
  public let itemSchema: Schema?
  /// Examples of the content.
  public let examples: [Example]
  /// How the properties of a form or the parts of a multipart message are written, by name.
  public let encoding: Entries<String, Encoding>
  /// How the first parts of a multipart message are written, by position.
  public let prefixEncoding: [Encoding]
  /// How the further parts of a multipart message are written.
  public let itemEncoding: Encoding?
  public let place: Place

  static let title = "a Media Type Object"
  static let mayBeReference = true

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    schema = fields.schema("schema")
    itemSchema = fields.schema("itemSchema", since: .v32)
    examples = fields.examples()
    // A text in another media type is the content as it is sent.
    fields.describe(examples, by: schema, isText: !fields.isOfJSON)
    encoding = fields.map("encoding")
    prefixEncoding = fields.list("prefixEncoding", since: .v32)
    itemEncoding = fields.object("itemEncoding", since: .v32)
  }
}

extension ObjectFields {
  /// The `content` of a message, by media type or range of media types.
  ///
  /// - Parameter direction: The way that the message goes; nil if it may be either.
  mutating func content(going direction: Direction? = nil) -> Entries<String, MediaType> {
    let outer = context.direction
    context.direction = direction
    defer { context.direction = outer }
    return entries("content") { context, name, place in
      context.reportMalformedMediaType(name, at: place.nameSpan)
      return context.read(MediaType.self, at: place)
    }
  }
}

extension ReadingContext {
  fileprivate func reportMalformedMediaType(_ name: String, at span: SourceSpan) {
    var partCount = 1
    var length = 0
    var isPlain = true
    for byte in name.utf8.prefix(while: { $0 != UInt8(ascii: ";") }) {
      switch byte {
      case UInt8(ascii: "/"):
        if length == 0 { isPlain = false }
        partCount += 1
        length = 0
      case ...UInt8(ascii: " "), UInt8(ascii: ","): isPlain = false
      default: length += 1
      }
    }
    guard partCount != 2 || length == 0 || !isPlain else { return }
    warn("'\(name)' is no media type: it has the form 'type/subtype'", at: span)
  }
}
