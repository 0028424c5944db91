import ApusCore

/// A header field of a response or of a multipart message's part (OpenAPI 3.2.0, section 4.21).
public struct Header: DocumentObject {
  /// A description, in CommonMark.
  public private(set) var description: String?
  /// Whether the field is always there.
  public let isRequired: Bool
  /// Whether it should no longer be used.
  public let isDeprecated: Bool
  /// How the value is described and written.
  public let value: Parameter.Value
  /// Examples of the value.
  public let examples: [Example]
  public let place: Place

  /// The value's schema, unless the value is written in a media type or has none.
  public var schema: Schema? {
    guard case .schema(let schema, _) = value else { return nil }
    return schema
  }

  static let title = "a Header Object"
  static let mayBeReference = true

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    description = fields.string("description")
    isRequired = fields.boolean("required") ?? false
    isDeprecated = fields.boolean("deprecated") ?? false
    value = fields.parameterValue(in: .header)
    examples = fields.examples()
    if case .schema(let schema, _) = value { fields.describe(examples, by: schema) }
  }

  mutating func override(summary: String?, description: String?) {
    self.description = description ?? self.description
  }
}
