import ApusCore
import ApusOpenAPI

// Messages of several parts (OpenAPI 3.2.0, sections 4.14.4 and 4.14.5).
extension Lowering {
  /// What a multipart message holds: the properties of its schema as parts, or parts without names.
  ///
  /// - Parameter direction: The way that the message goes.
  mutating func multipart(
    _ content: MediaType, called label: Label, _ direction: Direction,
    nested: inout [TypeDeclaration]
  ) -> EndpointContent.Form {
    let schema = content.schema?.resolved ?? Schema()
    let conjunction = facts.conjunction(of: schema)
    let properties = conjunction.properties
    guard !properties.isEmpty else { return unnamedParts(content, called: label, nested: &nested) }
    if conjunction.choices.contains(where: \.isTelling) {
      warn(
        "alternatives of multipart messages are not told apart: parts that only they name are left "
          + "out", at: content.pointer)
    }
    let pointer = schema.location?.pointer ?? ""
    let home = pointer.hasPrefix("/components/") ? nil : pointer
    let site = Site(label: label, pointer: pointer, home: home)
    let required = Set(conjunction.requiredNames)
    var parts: [EndpointPart] = []
    for (name, schemas) in properties {
      let encoding = content.encoding.first { $0.key == name }?.value
      let kind = PartKind(of: Conjunction(schemas))
      let (form, mediaTypes) = kind.form(in: encoding?.contentType)
      let shape: Shape =
        form == .file ? .any : self.shape(of: schemas, at: site.property(name), nested: &nested)
      let property = property(
        PropertyShape(
          name: name, description: schemas.description, isRequired: required.contains(name),
          shape: shape), describedBy: schemas)
      guard property.direction == nil || property.direction == direction else { continue }
      if let encoding { warn(of: encoding, form) }
      parts.append(
        EndpointPart(property, form: form, isList: kind.isList, mediaTypes: mediaTypes))
    }
    return .multipart(parts)
  }

  /// Notes what is not heeded of how a part is written.
  private mutating func warn(of encoding: Encoding, _ form: EndpointPart.Form) {
    if form != .file, !encoding.headers.isEmpty {
      warn("the header fields of a part that is no file are left out", at: encoding.pointer)
    }
    if encoding.style != nil || encoding.isExploded != nil || encoding.allowsReserved != nil {
      warn("the parts of a multipart message have no style: it is left out", at: encoding.pointer)
    }
    if !encoding.encoding.isEmpty || !encoding.prefixEncoding.isEmpty
      || !encoding.itemEncoding.isEmpty
    {
      warn("a multipart message inside of another is not taken apart", at: encoding.pointer)
    }
  }

  /// A message whose parts are told by their order alone.
  private mutating func unnamedParts(
    _ content: MediaType, called label: Label, nested: inout [TypeDeclaration]
  ) -> EndpointContent.Form {
    if !content.prefixEncoding.isEmpty {
      warn(
        "parts at certain places of a multipart message are like all others", at: content.pointer)
    }
    guard let item = content.item,
      PartKind(of: facts.conjunction(of: item)).form(in: content.itemEncoding?.contentType).form
        == .json
    else { return .parts(nil) }
    return .parts(shape(of: item, called: label, nested: &nested))
  }
}

extension EndpointPart {
  /// The part that a property is. It can't be null: then it is not there.
  fileprivate init(
    _ property: PropertyShape, form: Form, isList: Bool, mediaTypes: [String]
  ) {
    var isNullable = false
    if case .nullable = property.shape { isNullable = true }
    let hasDefault = form != .file && property.defaultValue != .null
    self.init(
      name: property.name, description: property.description, form: form, isList: isList,
      isRequired: property.isRequired && !isNullable, mediaTypes: mediaTypes,
      shape: property.shape.withoutNull, defaultValue: hasDefault ? property.defaultValue : nil,
      isDeprecated: property.isDeprecated)
  }
}

extension MediaType {
  /// What describes each part of a message whose parts have no names.
  var item: Schema? { itemSchema ?? schema?.resolved[Items.self]?.schema }
}

/// What the schemas of a part tell of how it is written.
private struct PartKind {
  /// Whether there may be several parts of the name.
  var isList = false
  /// Whether it is bytes that are no text.
  private var isBinary = false
  /// Whether it has parts itself.
  private var isComposite = false
  /// Whether it is bytes that are encoded as text.
  private var isEncoded = false
  /// The media types that the schemas name.
  private var mediaTypes: [String] = []

  init(of schemas: Conjunction) {
    add(schemas, depth: 0)
  }

  private mutating func add(_ schemas: Conjunction, depth: Int) {
    let kinds = schemas.kinds.filter { $0 != .null }
    let choices = schemas.choices.flatMap(\.alternatives)
    if depth < 8 {
      for alternative in choices { add(Conjunction([alternative]), depth: depth + 1) }
    }
    if kinds.contains(.object) { isComposite = true }
    if kinds.contains(.array) {
      if isList { isComposite = true }
      isList = true
      let elements = schemas.all(Items.self).map(\.schema)
      if depth < 8, !isComposite { add(Conjunction(elements), depth: depth + 1) }
    }
    let types = schemas.all(ContentMediaType.self).map(\.mediaType)
    let hasEncoding = schemas.first(ContentEncoding.self) != nil
    let isBare = kinds.isEmpty && choices.isEmpty && schemas.values == nil && !schemas.isNullOnly
    mediaTypes += types
    isEncoded = isEncoded || hasEncoding
    isBinary =
      isBinary || isBare || !types.isEmpty && !hasEncoding
      || schemas.all(FormatKeyword.self).contains { $0.formatName == "binary" }
  }

  /// How the part is written, and as what.
  ///
  /// - Parameter contentType: What the document says of that.
  func form(in contentType: String?) -> (form: EndpointPart.Form, mediaTypes: [String]) {
    let types = (contentType ?? "").split(separator: ",").map { type in
      type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    }
    guard let type = types.first else {
      if isBinary { return (.file, mediaTypes) }
      if isComposite { return (.json, []) }
      return (.text, isEncoded ? mediaTypes + ["application/octet-stream"] : [])
    }
    if !isBinary, type.isJSON || isComposite && type.hasPrefix("text/") { return (.json, types) }
    return (!isBinary && type.hasPrefix("text/") ? .text : .file, types)
  }
}
