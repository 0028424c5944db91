/// What may be answered to a request (OpenAPI 3.2.0, section 4.17).
public struct DocumentedResponse: DocumentObject {
  /// A short summary.
  public private(set) var summary: String?
  /// A description, in CommonMark; empty where the document gives none.
  public private(set) var description: String
  /// The header fields that the answer may have, by name.
  public let headers: Entries<String, Header>
  /// What is carried, by media type or range of media types; nothing if there is no body.
  public let content: Entries<String, MediaType>
  /// What may be asked next, by name.
  public let links: Entries<String, Link>
  public let place: Place

  static let title = "a Response Object"
  static let mayBeReference = true

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    summary = fields.string("summary", since: .v32)
    if fields.version < .v32 {
      description = fields.requiredString("description")
    } else {
      description = fields.string("description") ?? ""
    }
    headers = fields.map("headers")
    content = fields.content(going: .response)
    links = fields.map("links")
  }

  mutating func override(summary: String?, description: String?) {
    self.summary = summary ?? self.summary
    self.description = description ?? self.description
  }
}
