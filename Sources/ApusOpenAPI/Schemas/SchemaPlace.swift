/// A schema as it is written, not read yet.
public struct SchemaPlace: Located {
  public let place: Place
}

extension ObjectFields {
  /// The schema in a field.
  mutating func schema(_ name: String, since version: OpenAPIVersion = .v30) -> SchemaPlace? {
    value(name, since: version).map { SchemaPlace(place: $0) }
  }
}
