/// A group of operations (OpenAPI 3.2.0, section 4.22).
public struct Tag: DocumentObject {
  /// The name that operations use.
  public let name: String
  /// A short summary, in place of the name where tags are listed.
  public let summary: String?
  /// A description, in CommonMark.
  public let description: String?
  /// The name of the tag that this one is nested in.
  public let parent: String?
  /// What sort of tag it is, such as `nav` or `badge`.
  public let kind: String?
  /// More documentation elsewhere.
  public let externalDocumentation: ExternalDocumentation?
  public let place: Place

  static let title = "a Tag Object"

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    name = fields.requiredString("name")
    summary = fields.string("summary", since: .v32)
    description = fields.string("description")
    parent = fields.string("parent", since: .v32)
    kind = fields.string("kind", since: .v32)
    externalDocumentation = fields.object("externalDocs")
    guard !name.isEmpty else { return nil }
  }
}

/// Where more documentation is (OpenAPI 3.1.1, section 4.8.11).
public struct ExternalDocumentation: DocumentObject {
  /// What is there.
  public let description: String?
  /// The page.
  public let url: String
  public let place: Place

  static let title = "an External Documentation Object"

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    description = fields.string("description")
    url = fields.requiredString("url")
  }
}
