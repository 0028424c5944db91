import ApusCore
import ApusOpenAPI

/// Types of schemas that were needed away from where they stand, such as a property's of a type that
/// another includes.
struct Strays {
  /// The shapes of schemas that have been looked at, or are being looked at.
  fileprivate var shapes = KnownShapes<ObjectIdentifier>()

  /// The declarations that have no home as yet, by the schemas that they are made for.
  fileprivate var homeless: [ObjectIdentifier: Homeless] = [:]

  /// How many there have been.
  fileprivate var count = 0

  /// The types of one schema.
  fileprivate struct Homeless {
    var number: Int
    var pointer: String
    var types: [TypeDeclaration]
  }
}

extension Lowering {
  /// The shape of a schema that has one already. Its types are added to `nested` if they have no
  /// home as yet.
  mutating func known(_ schema: Schema, nested: inout [TypeDeclaration]) -> Shape? {
    guard let shape = strays.shapes.shape(of: ObjectIdentifier(schema)) else { return nil }
    nested += strays.homeless.removeValue(forKey: ObjectIdentifier(schema))?.types ?? []
    return shape
  }

  /// Notes that a schema is being looked at: what refers to it meanwhile knows it by its name.
  mutating func begin(_ schema: Schema) {
    strays.shapes.begin(ObjectIdentifier(schema), as: .reference(identifier(of: schema)))
  }

  /// Notes the shape of a schema.
  mutating func end(_ schema: Schema, _ shape: Shape) {
    let isCircular = strays.shapes.end(ObjectIdentifier(schema), shape)
    if isCircular, !shape.withoutNull.isReference(to: identifier(of: schema)) {
      warnOfCircle(at: schema.location?.pointer ?? "")
    }
  }

  /// The shape of a schema that stands elsewhere.
  mutating func stray(_ schema: Schema) -> Shape {
    if let known = strays.shapes.shape(of: ObjectIdentifier(schema)) { return known }
    let pointer = schema.location?.pointer ?? ""
    let site = Site(label: Label(ofPartAt: pointer), pointer: pointer, home: pointer)
    var types: [TypeDeclaration] = []
    begin(schema)
    let shape = declare(
      facts.conjunction(of: schema), as: identifier(of: schema), at: site, nested: &types)
    end(schema, shape)
    guard !types.isEmpty else { return shape }
    strays.count += 1
    strays.homeless[ObjectIdentifier(schema)] = Strays.Homeless(
      number: strays.count, pointer: pointer, types: types)
    return shape
  }

  /// The types that have found no home: inside the type that the schema is a part of where that can
  /// hold others, else beside all.
  mutating func housing(strayTypesIn types: [TypeDeclaration]) -> [TypeDeclaration] {
    var types = types
    let positions = Dictionary(
      types.enumerated().filter { $0.element.shape.needsName }
        .map { ($0.element.identifier.pointer, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for stray in strays.homeless.values.sorted(by: { $0.number < $1.number }) {
      if let position = Self.holders(of: stray.pointer).lazy.compactMap({ positions[$0] }).first {
        types[position].nested += stray.types
      } else {
        types += stray.types
      }
    }
    strays.homeless = [:]
    return types
  }

  /// The pointers to all that a place is inside of, the nearest first.
  private static func holders(of pointer: String) -> [String] {
    var holders: [String] = []
    var rest = pointer[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      holders.append(String(rest))
    }
    return holders
  }
}

extension Label {
  /// What a part of a document is called, after its place there.
  fileprivate init(ofPartAt pointer: String) {
    let path = PartPath(to: pointer)
    self.init(ofPartAt: path.tokens[...], in: path)
  }

  private init(ofPartAt tokens: ArraySlice<String>, in path: PartPath) {
    guard let last = tokens.last else {
      self = .name(PartPath(file: path.file, tokens: []).name ?? "schema")
      return
    }
    let outer = tokens.dropLast()
    switch (outer.last, last) {
    case ("properties", _), ("patternProperties", _), ("$defs", _), ("definitions", _):
      self = .name(last)
    case (_, "items"): self = .part(of: Label(ofPartAt: outer, in: path), "element")
    case (_, "additionalProperties"): self = .part(of: Label(ofPartAt: outer, in: path), "value")
    case (_, "schema"): self.init(ofHolder: outer, in: path)
    case (let keyword?, _) where Int(last) != nil:
      self = .part(of: Label(ofPartAt: outer.dropLast(), in: path), "\(keyword) \(last)")
    default: self = .name(last)
    }
  }

  /// What the schema of a response, a parameter or the like is called.
  private init(ofHolder tokens: ArraySlice<String>, in path: PartPath) {
    let depth = tokens.first == "components" ? 3 : 0
    let inner = tokens.dropFirst(depth).drop { $0 != "content" && $0 != "headers" }
    let holder = PartPath(file: path.file, tokens: tokens.dropLast(inner.count))
    guard let name = holder.name else {
      self = .name(tokens.filter { $0 != "paths" && $0 != "content" }.joined(separator: " "))
      return
    }
    switch inner.first {
    case "content": self = .part(of: .name(name), "body")
    case "headers": self = .part(of: .name(name), inner.dropFirst().first ?? "header")
    default: self = .name(name)
    }
  }
}
