/// What a request carries (OpenAPI 3.2.0, section 4.13).
public struct RequestBody: DocumentObject {
  /// A description, in CommonMark.
  public private(set) var description: String?
  /// What is carried, by media type or range of media types.
  public let content: Entries<String, MediaType>
  /// Whether every request has a body.
  public let isRequired: Bool
  public let place: Place

  static let title = "a Request Body Object"
  static let mayBeReference = true

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    description = fields.string("description")
    content = fields.content(going: .request)
    isRequired = fields.boolean("required") ?? false
    if fields.place.member("content") == nil { fields.reportMissing("content") }
  }

  mutating func override(summary: String?, description: String?) {
    self.description = description ?? self.description
  }
}
