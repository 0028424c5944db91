import ApusSource
import ApusYAML

extension ObjectFields {
  /// An object in a field.
  mutating func object<Object: DocumentObject>(
    _ name: String, _: Object.Type = Object.self, since version: OpenAPIVersion = .v30
  ) -> Object? {
    value(name, since: version).flatMap { context.read(Object.self, at: $0) }
  }

  /// The objects of a sequence, or nothing if the field isn't there.
  mutating func optionalList<Object: DocumentObject>(
    _ name: String, _: Object.Type = Object.self, since version: OpenAPIVersion = .v30
  ) -> [Object]? {
    guard let value = value(name, since: version) else { return nil }
    return context.elements(of: value, named: name).compactMap {
      context.read(Object.self, at: $0)
    }
  }

  /// The objects of a sequence.
  mutating func list<Object: DocumentObject>(
    _ name: String, _: Object.Type = Object.self, since version: OpenAPIVersion = .v30
  ) -> [Object] {
    optionalList(name, since: version) ?? []
  }

  /// The objects of a map whose names the document chooses.
  mutating func map<Object: DocumentObject>(
    _ name: String, _: Object.Type = Object.self, since version: OpenAPIVersion = .v30
  ) -> Entries<String, Object> {
    entries(name, since: version) { context, _, place in context.read(Object.self, at: place) }
  }

  /// The members of a map whose names the document chooses, each read by `read`.
  ///
  /// Where the map is `extensible`, names that start with `x-` are extensions.
  mutating func entries<Value>(
    _ name: String, since version: OpenAPIVersion = .v30, extensible: Bool = false,
    _ read: (ReadingContext, String, Place) -> Value?
  ) -> Entries<String, Value> {
    guard let value = value(name, since: version) else { return [] }
    return context.entries(at: value, named: name, extensible: extensible, read)
  }
}

extension ReadingContext {
  /// The members of a map, or of the map that a misplaced reference leads to.
  func entries<Value>(
    at place: Place, named name: String, extensible: Bool = false,
    _ read: (ReadingContext, String, Place) -> Value?
  ) -> Entries<String, Value> {
    var entries: Entries<String, Value> = []
    entries.reserveCapacity(place.node.members.count)
    forEachEntry(at: place, named: name, extensible: extensible) { key, member in
      guard let value = read(self, key, member) else { return }
      entries.append(Entry(key: key, keySpan: member.nameSpan, value: value))
    }
    return entries
  }

  /// Gives the members of a map, or of the map that a misplaced reference leads to, but those without
  /// a value.
  func forEachEntry(
    at place: Place, named name: String, extensible: Bool = false,
    _ body: (_ key: String, _ member: Place) -> Void
  ) {
    guard let map = written(at: place, named: name) else { return }
    guard map.node.kind == .mapping else {
      return reportKind(of: map, expected: "'\(name)' is a mapping")
    }
    for (key, member) in map.members where !extensible || !key.hasPrefix("x-") {
      if member.node.isNull {
        warn("'\(key)' has no value", at: member.nameSpan)
      } else {
        body(key, member)
      }
    }
  }

  /// What is written in a field: what a reference leads to, which the standard doesn't allow there.
  func written(at place: Place, named name: String) -> Place? {
    guard place.node.members.count == 1, let reference = Reference(at: place) else {
      return place
    }
    warn("the standard allows no reference in place of '\(name)'", at: reference.span)
    return target(of: reference)
  }
}
