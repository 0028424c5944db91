import ApusCore
import ApusOpenAPI

// Messages of several parts (OpenAPI 3.2.0, sections 4.14.4, 4.14.5 and 4.15).
extension Lowering {
  /// What a multipart message holds: the properties of its schema, or what its schema says of the
  /// elements of a list one by one, as parts; else parts that are all alike.
  ///
  /// - Parameter direction: The way that the message goes.
  mutating func multipart(
    _ content: MediaType, called label: Label, _ direction: Direction,
    nested: inout [TypeDeclaration]
  ) -> EndpointContent.Form {
    let schema = content.schema?.resolved ?? Schema()
    let encodings = PartEncodings(content)
    let message = PartSite(
      conjunction: facts.conjunction(of: schema), schema: schema, label: label,
      place: content.pointer)
    let parts =
      namedParts(message, encodings, direction, nested: &nested)
      ?? orderedParts(message, encodings, direction, nested: &nested)
    return parts.map(EndpointContent.Form.multipart)
      ?? equalParts(content, called: label, nested: &nested)
  }

  /// The properties of a message's schema; nil if it has none.
  private mutating func namedParts(
    _ message: PartSite, _ encodings: PartEncodings, _ direction: Direction,
    nested: inout [TypeDeclaration]
  ) -> EndpointParts? {
    let conjunction = message.conjunction
    guard !conjunction.properties.isEmpty else { return nil }
    if conjunction.choices.contains(where: \.isTelling) {
      warn(
        "alternatives of multipart messages are not told apart: parts that only they name are left "
          + "out", at: message.place)
    }
    let required = Set(conjunction.requiredNames)
    var parts: [EndpointPart] = []
    for (name, schemas) in conjunction.properties {
      let part = part(
        PartDescription(
          name: name, schemas: schemas, isRequired: required.contains(name),
          encoding: encodings.named.first { $0.key == name }?.value),
        at: message.site.property(name), direction, nested: &nested)
      if let part { parts.append(part) }
    }
    return EndpointParts(parts: parts, isInOrder: false, schema: message.schema)
  }

  /// The parts of a message that its schema tells by their places: the first elements of a list, each
  /// with a schema of its own, and those that follow. Nil if it speaks of none by its place.
  ///
  /// - Parameter isNested: Whether parts that are all alike are told by their places, too.
  private mutating func orderedParts(
    _ message: PartSite, _ encodings: PartEncodings, _ direction: Direction, isNested: Bool = false,
    nested: inout [TypeDeclaration]
  ) -> EndpointParts? {
    let conjunction = message.conjunction
    let first = conjunction.firstElements
    guard !first.isEmpty || isNested else { return nil }
    let least = conjunction.all(MinItems.self).map(\.limit).max() ?? 0
    var parts: [EndpointPart] = []
    for (index, (name, schemas)) in zip(names(ofElements: first), first).enumerated() {
      let part = part(
        PartDescription(
          name: name, schemas: schemas, isRequired: index < least,
          encoding: encodings.encoding(at: index), isAlone: true),
        at: message.site.element(index, called: name), direction, nested: &nested)
      if let part { parts.append(part) }
    }
    if conjunction.hasMoreElements {
      let part = part(
        PartDescription(
          name: "rest", schemas: conjunction.all(Items.self).map(\.schema), isRequired: false,
          encoding: encodings.item, isAlone: true),
        at: message.site.element, direction, nested: &nested)
      if let part { parts.append(part.repeated) }
    }
    return EndpointParts(parts: parts, isInOrder: true, schema: message.schema)
  }
}

// One part.
extension Lowering {
  /// What a schema that is a part's is as one; nil if the part doesn't go that way.
  private mutating func part(
    _ description: PartDescription, at site: Site, _ direction: Direction,
    nested: inout [TypeDeclaration]
  ) -> EndpointPart? {
    let conjunction = Conjunction(description.schemas)
    let kind = PartKind(of: conjunction)
    var (form, mediaTypes) = kind.form(in: description.encoding?.contentType)
    var isList = kind.isList && !description.isAlone
    let inner: EndpointParts? = description.encoding.flatMap {
      innerParts(
        of: conjunction, isList: kind.isList, $0, mediaTypes, at: site, direction, nested: &nested)
    }
    if let inner {
      form = .message
      isList = isList && !inner.isInOrder
    } else if description.isAlone, kind.isList, form == .text {
      form = .json
    }
    let headers = headers(of: description.encoding, isTakenApart: inner != nil, nested: &nested)
    let shape: Shape
    if form == .file || form == .message {
      shape = .any
    } else if isList, !headers.isEmpty {
      shape = elements(of: conjunction, at: site, nested: &nested)
    } else {
      shape = self.shape(of: description.schemas, at: site, nested: &nested)
    }
    let property = property(
      PropertyShape(
        name: description.name, description: description.schemas.description,
        isRequired: description.isRequired, shape: shape), describedBy: description.schemas)
    guard property.direction == nil || property.direction == direction else { return nil }
    var part = EndpointPart(property, form: form, isList: isList, mediaTypes: mediaTypes)
    part.headers = headers
    part.inner = inner
    if !headers.isEmpty { part.defaultValue = nil }
    return part
  }

  /// The parts of a part that is a multipart message itself; nil if it is none.
  private mutating func innerParts(
    of conjunction: Conjunction, isList: Bool, _ encoding: Encoding, _ mediaTypes: [String],
    at site: Site, _ direction: Direction, nested: inout [TypeDeclaration]
  ) -> EndpointParts? {
    guard mediaTypes.first?.hasPrefix("multipart/") == true else { return nil }
    let encodings = PartEncodings(encoding)
    // Who says how the elements of a list are written means one message of them.
    let isWhole = !isList || encodings.isInOrder
    let schemas = isWhole ? conjunction.schemas : conjunction.all(Items.self).map(\.schema)
    guard let schema = schemas.first?.resolved else { return nil }
    let message = PartSite(
      conjunction: Conjunction(schemas), schema: schema, site: isWhole ? site : site.element,
      place: encoding.pointer)
    if let named = namedParts(message, encodings, direction, nested: &nested) { return named }
    guard isWhole, isList else { return nil }
    return orderedParts(message, encodings, direction, isNested: true, nested: &nested)
  }

  /// The header fields of a part, and notes of what is not heeded of how it is written.
  private mutating func headers(
    of encoding: Encoding?, isTakenApart: Bool, nested: inout [TypeDeclaration]
  ) -> [EndpointHeader] {
    guard let encoding else { return [] }
    warn(of: encoding, isTakenApart: isTakenApart)
    return headers(
      encoding.headers, besides: ["content-type", "content-disposition"], nested: &nested)
  }

  private mutating func warn(of encoding: Encoding, isTakenApart: Bool) {
    if encoding.style != nil || encoding.isExploded != nil || encoding.allowsReserved != nil {
      warn("the parts of a multipart message have no style: it is left out", at: encoding.pointer)
    }
    if encoding.headers.contains(where: { $0.key.lowercased() == "content-disposition" }) {
      warn(
        "'Content-Disposition' tells the names of a part and of its file, and nothing else: it is "
          + "left out", at: encoding.pointer)
    }
    let isDescribed =
      !encoding.encoding.isEmpty || !encoding.prefixEncoding.isEmpty
      || !encoding.itemEncoding.isEmpty
    if isDescribed, !isTakenApart {
      warn(
        "what is inside of a part is not taken apart: it is no multipart message whose parts a "
          + "schema describes", at: encoding.pointer)
    }
  }

  /// A message whose parts are all alike.
  private mutating func equalParts(
    _ content: MediaType, called label: Label, nested: inout [TypeDeclaration]
  ) -> EndpointContent.Form {
    if !content.prefixEncoding.isEmpty {
      warn(
        "'prefixEncoding' without 'prefixItems' is left out: all parts are alike",
        at: content.pointer)
    }
    let kind = PartKind(of: facts.conjunction(of: content.item ?? Schema()))
    let (form, mediaTypes) = kind.form(in: content.itemEncoding?.contentType)
    if let encoding = content.itemEncoding {
      warn(of: encoding, isTakenApart: false)
      if form == .json, !encoding.headers.isEmpty {
        warn(
          "the header fields of parts are left out that come one after another and are JSON",
          at: encoding.pointer)
      }
    }
    guard let item = content.item, form == .json else {
      let isPlainText = form == .text && mediaTypes.isEmpty
      return .parts(nil, mediaTypes: isPlainText ? ["text/plain"] : mediaTypes)
    }
    let shape = shape(of: item, called: label, nested: &nested)
    return .parts(shape, mediaTypes: mediaTypes == ["application/json"] ? [] : mediaTypes)
  }
}

/// Where a multipart message stands.
private struct PartSite {
  /// What the object whose members the parts are satisfies, or the list of them.
  var conjunction: Conjunction
  var schema: Schema
  /// Where its types stand.
  var site: Site
  /// What diagnostics are about.
  var place: String
}

extension PartSite {
  init(conjunction: Conjunction, schema: Schema, label: Label, place: String) {
    let pointer = schema.location?.pointer ?? ""
    let home = pointer.hasPrefix("/components/") ? nil : pointer
    self.init(
      conjunction: conjunction, schema: schema,
      site: Site(label: label, pointer: pointer, home: home), place: place)
  }
}

/// How the parts of a message are written.
private struct PartEncodings {
  let named: Entries<String, Encoding>
  private let first: [Encoding]
  let item: Encoding?

  init(_ content: MediaType) {
    named = content.encoding
    first = content.prefixEncoding
    item = content.itemEncoding
  }

  init(_ encoding: Encoding) {
    named = encoding.encoding
    first = encoding.prefixEncoding
    item = encoding.itemEncoding.first
  }

  /// Whether it is said by places.
  var isInOrder: Bool { !first.isEmpty || item != nil }

  /// How the part at a place is written.
  func encoding(at index: Int) -> Encoding? { first.indices.contains(index) ? first[index] : item }
}

/// What is known of a part beforehand.
private struct PartDescription {
  var name: String
  var schemas: [Schema]
  var isRequired: Bool
  var encoding: Encoding?
  /// Whether a list is one part, and not one for each element.
  var isAlone = false
}

extension EndpointPart {
  /// The part that a property is. It can't be null: then it is not there.
  fileprivate init(
    _ property: PropertyShape, form: Form, isList: Bool, mediaTypes: [String]
  ) {
    var isNullable = false
    if case .nullable = property.shape { isNullable = true }
    let hasDefault = form != .file && form != .message && property.defaultValue != .null
    self.init(
      name: property.name, description: property.description, form: form, isList: isList,
      isRequired: property.isRequired && !isNullable, mediaTypes: mediaTypes,
      shape: property.shape.withoutNull, defaultValue: hasDefault ? property.defaultValue : nil,
      isDeprecated: property.isDeprecated)
  }

  /// Any number of such parts.
  fileprivate var repeated: EndpointPart {
    var part = self
    part.isList = true
    part.description = "The parts that follow."
    part.defaultValue = nil
    if headers.isEmpty, form == .text || form == .json {
      part.shape = .array(shape)
      part.defaultValue = .array([])
    }
    return part
  }
}

extension MediaType {
  /// What describes each part of a message whose parts have no names.
  var item: Schema? { itemSchema ?? schema?.resolved[Items.self]?.schema }
}
