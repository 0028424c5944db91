import ApusYAML

/// An example of a value (OpenAPI 3.2.0, section 4.19).
public struct Example: DocumentObject {
  /// A short summary.
  public private(set) var summary: String?
  /// A description, in CommonMark.
  public private(set) var description: String?
  /// The value, either as data or, for media types that data can't express, as the text sent.
  public let value: Place?
  /// The value as data (OpenAPI 3.2).
  public let dataValue: Place?
  /// The value as it is sent (OpenAPI 3.2).
  public let serializedValue: String?
  /// Where the value is.
  public let externalValue: String?
  public let place: Place

  static let title = "an Example Object"
  static let mayBeReference = true

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    summary = fields.string("summary")
    description = fields.string("description")
    value = fields.any("value")
    dataValue = fields.any("dataValue", since: .v32)
    serializedValue = fields.string("serializedValue", since: .v32)
    externalValue = fields.string("externalValue")
  }

  /// A value that stands by itself in place of an example.
  init(value: Place) {
    self.value = value
    place = value
    dataValue = nil
    serializedValue = nil
    externalValue = nil
  }

  mutating func override(summary: String?, description: String?) {
    self.summary = summary ?? self.summary
    self.description = description ?? self.description
  }
}

extension ObjectFields {
  /// The values under `example` and `examples`, without the names that the document gives them.
  mutating func examples() -> [Example] {
    let single = any("example").map { [Example(value: $0)] } ?? []
    guard let several = value("examples") else { return single }
    guard several.node.kind == .sequence else {
      let named = context.entries(at: several, named: "examples") { context, _, place in
        context.read(Example.self, at: place)
      }
      return single + named.map(\.value)
    }
    context.warn("'examples' is a mapping here, from names to examples", at: several.nameSpan)
    return single + several.elements.map { Example(value: $0) }
  }
}
