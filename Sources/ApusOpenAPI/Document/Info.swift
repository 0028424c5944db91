/// What a document says about the API as a whole (OpenAPI 3.1.1, section 4.8.2).
public struct Info: DocumentObject {
  /// The API's name; empty where the document gives none.
  public let title: String
  /// A short summary.
  public let summary: String?
  /// A description, in CommonMark.
  public let description: String?
  /// Where the terms of service are.
  public let termsOfService: String?
  /// Who answers for the API.
  public let contact: Contact?
  /// What the API may be used under.
  public let license: License?
  /// The version of the API's document, not of the standard; empty where it gives none.
  public let version: String
  public let place: Place

  static let title = "an Info Object"

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    title = fields.requiredString("title")
    summary = fields.string("summary", since: .v31)
    description = fields.string("description")
    termsOfService = fields.string("termsOfService")
    contact = fields.object("contact")
    license = fields.object("license")
    version = fields.requiredString("version")
  }

  /// What is known of an API whose document says nothing.
  init(missingIn document: Place) {
    place = document
    title = ""
    summary = nil
    description = nil
    termsOfService = nil
    contact = nil
    license = nil
    version = ""
  }
}

/// Who answers for an API (OpenAPI 3.1.1, section 4.8.3).
public struct Contact: DocumentObject {
  /// A person's or an organisation's name.
  public let name: String?
  /// Their page.
  public let url: String?
  /// Their address.
  public let email: String?
  public let place: Place

  static let title = "a Contact Object"

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    name = fields.string("name")
    url = fields.string("url")
    email = fields.string("email")
  }
}

/// What an API may be used under (OpenAPI 3.1.1, section 4.8.4).
public struct License: DocumentObject {
  /// The licence's name.
  public let name: String
  /// The licence's SPDX expression.
  public let identifier: String?
  /// The licence's page.
  public let url: String?
  public let place: Place

  static let title = "a License Object"

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    name = fields.requiredString("name")
    identifier = fields.string("identifier", since: .v31)
    url = fields.string("url")
  }
}
