import ApusCore
import ApusOpenAPI

// Bodies in one media type or several.
extension Lowering {
  /// What a request carries; nil if nothing of it can be generated.
  mutating func body(
    _ body: RequestBody, nested: inout [TypeDeclaration]
  ) -> EndpointBody? {
    let contents = contents(
      body.content, called: .name("request body"), .request, nested: &nested)
    guard let first = contents.first else { return nil }
    return EndpointBody(
      description: body.description ?? first.schema.documentation,
      isRequired: body.isRequired,
      contents: contents,
      shared: sharedPart(at: body.pointer))
  }

  /// What a body may be: media types that mean the same are one.
  mutating func contents(
    _ content: Entries<String, MediaType>, called label: Label, _ direction: Direction,
    nested: inout [TypeDeclaration]
  ) -> [EndpointContent] {
    var contents: [EndpointContent] = []
    for entry in content {
      let name = String(entry.key.prefix { $0 != ";" }).lowercased().filter { $0 != " " }
      let meaning = meaning(of: name, entry.value)
      let schema = self.schema(of: entry.value, as: meaning)
      if let known = contents.firstIndex(where: { $0.means(meaning, schema) }) {
        if !contents[known].mediaTypes.contains(name) { contents[known].mediaTypes.append(name) }
        continue
      }
      let form: EndpointContent.Form =
        switch meaning {
        case .json: .json(shape(of: schema, called: label, nested: &nested))
        case .form:
          .form(shape(of: schema, called: label, nested: &nested), fields(of: entry.value))
        case .text: .text
        case .bytes: .bytes
        case .events where schema.isText: .events(nil)
        case .events: .events(shape(of: schema, called: label, nested: &nested))
        case .values(let separation):
          .values(shape(of: schema, called: label, nested: &nested), separation)
        case .multipart:
          multipart(entry.value, called: label, direction, nested: &nested)
        }
      var checked = schema
      if case .parts = form { checked = entry.value.item ?? Schema() }
      contents.append(EndpointContent(form: form, mediaTypes: [name], schema: checked))
    }
    return contents
  }

  /// What a media type is generated as.
  private mutating func meaning(of name: String, _ content: MediaType) -> ContentMeaning {
    let meaning = ContentMeaning(mediaType: name, schema: content.schema)
    if case .text = meaning, name.hasSuffix("xml") {
      warn("XML is not taken apart: it is text as a whole", at: content.pointer)
    }
    return meaning
  }

  /// What describes the content: the whole of it, or of a stream each of its values.
  private func schema(of content: MediaType, as meaning: ContentMeaning) -> Schema {
    switch meaning {
    case .events:
      // The standard describes an event as an object with the member `data`, JSON inside of text.
      guard let event = content.itemSchema else { return content.schema ?? Schema(.type(.string)) }
      let data = event.resolved.property("data")?.resolved
      return data?[ContentSchema.self]?.schema ?? Schema(.type(.string))
    case .values:
      let items = content.schema.flatMap { $0.resolved[Items.self]?.schema }
      return content.itemSchema ?? items ?? content.schema ?? Schema()
    case .multipart:
      return content.schema?.resolved ?? content.item ?? Schema()
    case .json, .text, .bytes, .form:
      return content.schema ?? content.itemSchema ?? Schema()
    }
  }

  /// The fields of a form that the document has written in another way than the common one.
  private mutating func fields(of content: MediaType) -> [EndpointContent.FormField] {
    content.encoding.compactMap { entry in
      let encoding = entry.value
      let style = encoding.style ?? .form
      let notation: ParameterNotation
      if encoding.style == nil, encoding.isExploded == nil, encoding.allowsReserved == nil {
        guard let type = encoding.contentType, type.isJSON else { return nil }
        notation = ParameterNotation(style: .json, isExploded: false, allowsReserved: false)
      } else {
        notation = ParameterNotation(
          style: ParameterNotation.Style(rawValue: style.rawValue) ?? .form,
          isExploded: encoding.isExploded ?? (style == .form),
          allowsReserved: encoding.allowsReserved ?? false)
      }
      let isCommon = notation.style == .form && notation.isExploded && !notation.allowsReserved
      return isCommon ? nil : EndpointContent.FormField(name: entry.key, notation: notation)
    }
  }
}

/// The ways to read a body.
private enum ContentMeaning {
  case json, text, bytes, form, events, multipart
  case values(EndpointContent.ValueSeparation)

  init(mediaType name: String, schema: Schema?) {
    switch name {
    case "application/x-www-form-urlencoded": self = .form
    case "text/event-stream": self = .events
    case "application/json-seq",
      _ where name.hasSuffix("+json-seq"):
      self = .values(.sequence)
    case "application/jsonl", "application/x-jsonl", "application/jsonlines",
      "application/x-jsonlines", "application/ndjson", "application/x-ndjson":
      self = .values(.lines)
    case _ where name.isJSON || name == "text/json": self = .json
    // Some tools write this range where they mean JSON.
    case "*/*": self = schema?.describesParts == true ? .json : .bytes
    case _ where name.hasPrefix("text/") || name.hasSuffix("+xml") || name.hasSuffix("/xml"):
      self = .text
    case _ where name.hasPrefix("multipart/"): self = .multipart
    default: self = .bytes
    }
  }
}

extension EndpointContent {
  /// Whether a body of another media type means the same.
  fileprivate func means(_ meaning: ContentMeaning, _ schema: Schema) -> Bool {
    switch (form, meaning) {
    case (.text, .text), (.bytes, .bytes): true
    case (.json, .json), (.events, .events): self.schema.isSame(as: schema)
    case (.values(_, let own), .values(let other)):
      own == other && self.schema.isSame(as: schema)
    default: false
    }
  }
}

extension Schema {
  /// What a schema, or the one that it refers to, says of itself.
  fileprivate var documentation: String? {
    self[Description.self]?.text ?? self[Reference.self]?.target.schema[Description.self]?.text
  }

  /// The schema that it refers to, if it does.
  var resolved: Schema {
    var schema = self
    for _ in 0..<32 {
      guard let target = schema[Reference.self]?.target.schema else { break }
      schema = target
    }
    return schema
  }

  /// The schema of a property.
  fileprivate func property(_ name: String) -> Schema? {
    self[Properties.self]?.properties.first { $0.name == name }?.schema
  }

  /// Whether its values are nothing but text.
  fileprivate var isText: Bool { resolved[Type.self]?.names == [.string] }

  /// Whether its values are lists or objects, as far as it tells itself.
  fileprivate var describesParts: Bool {
    if self[Reference.self] != nil { return true }
    let names = self[Type.self]?.names ?? []
    return names.contains(.object) || names.contains(.array)
  }

  /// Whether another schema says the same in the same words.
  fileprivate func isSame(as other: Schema) -> Bool {
    if self === other { return true }
    if let own = self[Reference.self], let others = other[Reference.self] {
      return own.target.pointer == others.target.pointer
    }
    return location == nil && other.location == nil
  }
}

extension String {
  /// Whether a media type is JSON (RFC 6839, section 3.1, for `+json`).
  var isJSON: Bool {
    let type = prefix { $0 != ";" }.lowercased()
    return type == "application/json" || type.hasSuffix("+json")
  }
}
