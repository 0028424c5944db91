/// How one property of a form or one part of a multipart message is written (OpenAPI 3.2.0,
/// section 4.15).
public struct Encoding: DocumentObject {
  /// The media types, separated by commas.
  public let contentType: String?
  /// The part's header fields, by name.
  public let headers: Entries<String, Header>
  /// The form of the value, in forms.
  public let style: Parameter.Style?
  /// Whether each element or property is written by itself, where the document says so.
  public let isExploded: Bool?
  /// Whether reserved characters are sent as they are, where the document says so.
  public let allowsReserved: Bool?
  /// How the properties or parts inside of this one are written, by name.
  public let encoding: Entries<String, Encoding>
  /// How the first parts inside of this one are written, by position.
  public let prefixEncoding: [Encoding]
  /// How the further parts inside of this one are written; one encoding or none.
  public let itemEncoding: [Encoding]
  public let place: Place

  static let title = "an Encoding Object"

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    contentType = fields.string("contentType")
    headers = fields.map("headers")
    style = fields.style()
    isExploded = fields.boolean("explode")
    allowsReserved = fields.boolean("allowReserved")
    encoding = fields.map("encoding", since: .v32)
    prefixEncoding = fields.list("prefixEncoding", since: .v32)
    let item: Encoding? = fields.object("itemEncoding", since: .v32)
    itemEncoding = item.map { [$0] } ?? []
  }
}
