import ApusCore

/// What a bundle keeps under `components` of other files, and under which names.
struct BundledComponents {
  /// An object that is kept.
  struct Item {
    let kind: DocumentKind
    let field: String
    let name: String
    let place: Place
  }

  /// The pointers in the bundle of schemas of other files, by their pointers.
  private var schemas: [String: String] = [:]
  /// What stands in the bundle for the document's own names of schemas, by the pointers there.
  private var homes: [String: Place] = [:]
  /// The pointers in the bundle of other objects of other files, by kind and pointer.
  private var objects: [Key: String] = [:]
  /// The names that each map under `components` has.
  private var taken: [String: Set<String>] = [:]
  /// What is still to be written.
  private var waiting: [Item] = []

  private struct Key: Hashable {
    let kind: DocumentKind
    let pointer: String
  }

  init(of document: Document, in documents: DocumentSet) {
    let maps = document.place.member("components").map { Array($0.members) } ?? []
    for (field, written) in maps {
      let map = Reference(at: written).flatMap(documents.end) ?? written
      taken[field] = Set(map.members.map(\.key))
      guard let kind = DocumentKind.components.slot(of: field)?.kind, kind != .schema else {
        continue
      }
      for (name, object) in map.members {
        guard let end = Reference(at: object).flatMap(documents.end), !end.isInEntry else {
          continue
        }
        // The first name that leads to an object is its name.
        let key = Key(kind: kind, pointer: end.pointer)
        objects[key] = objects[key] ?? Self.pointer(field, name)
      }
    }
    for entry in document.components.schemas {
      guard let pointer = entry.value.location?.pointer else { continue }
      let home = Self.pointer("schemas", entry.key)
      schemas[pointer] = schemas[pointer] ?? home
      homes[home] = document.place(at: pointer)
    }
    for (name, schema) in document.namedSchemas {
      guard let pointer = schema.location?.pointer, schemas[pointer] == nil,
        let place = document.place(at: pointer), !place.isInEntry,
        !Metaschema.isAddress(place.document)
      else { continue }
      schemas[pointer] = keep(place, as: .schema, in: "schemas", called: name)
    }
  }

  /// The next object that was not written as yet.
  mutating func next() -> Item? {
    waiting.isEmpty ? nil : waiting.removeFirst()
  }

  /// The pointer in the bundle of a schema of another file, which may be a part of one that is kept.
  func pointer(to place: Place) -> String? {
    let whole = place.pointer
    var outer = whole[...]
    while true {
      if let pointer = schemas[String(outer)] { return pointer + whole.dropFirst(outer.count) }
      guard let slash = outer.lastIndex(of: "/") else { return nil }
      outer = outer[..<slash]
    }
  }

  /// The pointer in the bundle of another object of another file; nothing if such objects aren't
  /// kept.
  mutating func pointer(to place: Place, as kind: DocumentKind) -> String? {
    guard let field = kind.componentsField else { return nil }
    let key = Key(kind: kind, pointer: place.pointer)
    if let known = objects[key] { return known }
    let pointer = keep(place, as: kind, in: field, called: place.lastName)
    objects[key] = pointer
    return pointer
  }

  /// What the document itself keeps under a name: what is written there or, if that is nothing but a
  /// reference to another file, what it leads to.
  mutating func kept(
    _ place: Place, as kind: DocumentKind, called name: String, in documents: DocumentSet
  ) -> Place {
    guard let field = kind.componentsField else { return place }
    let home = Self.pointer(field, name)
    if kind == .schema { return homes[home] ?? place }
    guard let end = Reference(at: place).flatMap(documents.end), !end.isInEntry,
      pointer(to: end, as: kind) == home
    else { return place }
    return end
  }

  private mutating func keep(
    _ place: Place, as kind: DocumentKind, in field: String, called name: String
  ) -> String {
    let base = Self.allowed(name)
    var unique = base
    var number = 1
    while taken[field]?.contains(unique) ?? false {
      number += 1
      // Apart from the name, so that the words of the name stay what they are.
      unique = "\(base)_\(number)"
    }
    taken[field, default: []].insert(unique)
    waiting.append(Item(kind: kind, field: field, name: unique, place: place))
    return Self.pointer(field, unique)
  }

  private static func pointer(_ field: String, _ name: String) -> String {
    JSONPointer.pointer(through: ["components", field, name])
  }

  /// A name of the characters that the standard allows (OpenAPI 3.1.1, section 4.8.7).
  private static func allowed(_ name: String) -> String {
    let scalars = name.unicodeScalars.map { scalar -> Character in
      let isAllowed = scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
      return isAllowed || "-_.".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
    }
    return scalars.isEmpty ? "_" : String(scalars)
  }
}
