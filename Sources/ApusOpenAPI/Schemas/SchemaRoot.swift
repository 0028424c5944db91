import ApusCore

/// Where a schema stands that stands in no other.
final class SchemaRoot: SchemaStart {
  let document: SchemaDocument
  let place: Place

  init(_ document: SchemaDocument, _ place: Place) {
    self.document = document
    self.place = place
  }

  var pointer: String { place.pointer }
}
