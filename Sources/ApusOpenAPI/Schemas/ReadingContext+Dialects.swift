import ApusCore
import ApusSource

// The dialects that schemas say they are written in (JSON Schema Core, section 8.1).
extension ReadingContext {
  /// Finds the dialect of each schema in the file of a place; nothing if all are in the common one.
  func dialects(inFileOf place: Place) -> ((SchemaLocation) -> Dialect)? {
    let named = documents.dialects(inFileOf: place).sorted()
    guard !named.compactMap({ dialect(of: $0, from: place) }).isEmpty else { return nil }
    let (documents, common, known) = (documents, commonDialect, namedDialects)
    return { location in
      documents.dialect(of: .schema(location)).flatMap { known[$0] ?? nil } ?? common
    }
  }

  /// A dialect with other keywords than the common one, by its URI; nothing if it has the same, or
  /// nothing is known of it, which is then reported.
  private func dialect(of uri: String, from place: Place) -> Dialect? {
    if let known = namedDialects[uri] { return known }
    let dialect = isCommonDialect(uri) ? nil : read(dialect: uri, from: place)
    namedDialects[uri] = .some(dialect)
    return dialect
  }

  private func isCommonDialect(_ uri: String) -> Bool {
    uri == Metaschema.jsonSchema2020 || uri == Metaschema.jsonSchema2020 + "#"
      || uri.hasPrefix("https://spec.openapis.org/oas/3.")
  }

  private func read(dialect uri: String, from place: Place) -> Dialect? {
    let span = documents.span(ofDialect: uri, inFileOf: place) ?? place.span
    let reference = Reference(uri, at: span, in: .place(place))
    guard !uri.hasPrefix("http://json-schema.org/draft-"),
      !uri.hasPrefix("https://json-schema.org/draft/2019-09/"),
      let metaschema = documents.lookUp(reference).meant
    else {
      warn("schemas are read as JSON Schema 2020-12's, not as '\(uri)'", at: span)
      return nil
    }
    guard let names = metaschema.member("$vocabulary"), names.node.kind == .mapping else {
      return nil
    }
    var vocabularies: Set<Vocabulary> = []
    for (name, isNeeded) in names.members {
      if let vocabulary = Vocabulary(uri: name) {
        vocabularies.insert(vocabulary)
      } else if isNeeded.node.boolean ?? true {
        fail("nothing is known of the vocabulary '\(name)', which '\(uri)' asks for", at: span)
      }
    }
    return commonDialect.limited(to: vocabularies)
  }
}

extension DocumentSet {
  /// Where a dialect is named first in the file of a place.
  fileprivate func span(ofDialect uri: String, inFileOf place: Place) -> SourceSpan? {
    let pointers = pointers(ofDialect: uri, inFileOf: place)
    let places = pointers.compactMap { self.place(at: $0) }
    let spans = places.compactMap {
      ($0.member("$schema") ?? $0.member("jsonSchemaDialect"))?.span
    }
    return spans.min { $0.range.lowerBound < $1.range.lowerBound }
  }
}
