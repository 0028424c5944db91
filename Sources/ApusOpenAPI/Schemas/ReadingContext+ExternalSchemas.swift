import ApusCore

// The schemas of other files.
extension ReadingContext {
  /// The schemas of other files that references lead to, by the names that they have there: those
  /// that are no part of another schema, and not known by a name of the document's own.
  func externalSchemas() -> [(name: String, schema: Schema)] {
    let schemas = schemaTargets.registry
    let places = schemaTargets.places.filter { place in
      !place.isInEntry && !adoptedSchemas.contains(place) && !place.isInside(schemas)
    }
    let sorted = places.sorted {
      ($0.document, $0.nameSpan.range.lowerBound) < ($1.document, $1.nameSpan.range.lowerBound)
    }
    return sorted.compactMap { place in
      schemas[place].map { (name: place.lastName, schema: $0) }
    }
  }
}

extension Place {
  /// Whether the place is a part of one of the schemas.
  fileprivate func isInside(_ schemas: SchemaRegistry) -> Bool {
    for outer in ancestors {
      // What is only kept there, under a name, is no part of the schema around it.
      if let name = outer.name, name == "$defs" || name == "definitions" { return false }
      if schemas[outer] != nil { return true }
    }
    return false
  }

  /// The name that a place has in its file, or the file's own without its ending.
  var lastName: String {
    let parts = Self.parts(of: pointer)
    if let name = JSONPointer.tokens(of: parts.pointer)?.last { return name }
    let file = parts.document.split(separator: "/").last ?? ""
    return String(file.prefix { $0 != "." })
  }
}
