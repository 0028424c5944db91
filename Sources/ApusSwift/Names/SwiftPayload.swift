import ApusCore
import ApusModel

/// What a message carries, with the names of the types that are made for that alone.
struct SwiftPayload {
  /// What the body may be; empty if there is none.
  var alternatives: [SwiftAlternative]
  /// The header fields that are told beside the body.
  var headers: [SwiftHeader] = []
  /// The enumeration of the alternatives, where there are several.
  var choice: NestedName?
  /// The type that holds the body and the header fields, where there are any.
  var structure: NestedName?
  var description = ""
  /// Whether a message may be without it.
  var mayBeAbsent = false
  /// Whether these types belong to no operation.
  var isShared = false
}

/// The name of a type inside an operation's namespace.
struct NestedName {
  var name: Identifier
  /// The name from the top level.
  var qualified: Identifier
}

/// One of the things that a body may be.
struct SwiftAlternative {
  /// Its case among several.
  var name: Identifier
  var content: EndpointContent
  /// The expression that names the schema, where the type has none itself.
  var schema: Code?
  /// The type that holds the parts of a multipart message.
  var parts: SwiftParts?
}

/// The parts of a multipart message as a type.
struct SwiftParts: Sendable {
  var name: NestedName
  /// The part that is the message; nil for a body.
  var owner: EndpointPart?
  var properties: [SwiftPart]
  /// Whether the parts are told by their places.
  var isInOrder: Bool
  /// The expression that names the schema.
  var schema: Code?

  /// The types of messages that are parts, and this one.
  var withInner: [SwiftParts] { properties.compactMap(\.inner).flatMap(\.withInner) + [self] }
}

/// A part of a multipart message as a property.
struct SwiftPart: Sendable {
  var name: Identifier
  var part: EndpointPart
  /// The literal of the document's default.
  var defaultValue: Code?
  /// The type that holds its content and the header fields, where there are any.
  var structure: NestedName?
  var headers: [SwiftHeader] = []
  /// The type of one that is a message itself.
  var inner: SwiftParts?
}

/// A header field of a response or a part, as a property.
struct SwiftHeader {
  var name: Identifier
  var header: EndpointHeader
  /// The expression that names the schema, where the type has none itself.
  var schema: Code?
}

/// Decides the names of what an operation carries in more than one way.
struct PayloadNamer {
  /// The namespace of the operation.
  let namespace: Identifier
  /// The names inside it.
  var table: NameTable
  /// How names are spelt.
  let style: NamingStyle
  /// The expression for a schema beside a shape, where one is needed.
  let schema: (Schema, Shape) -> Code?
  /// The literal of a default for a shape.
  let literal: (JSON, Shape) -> Code?

  /// What a response carries.
  mutating func payload(of response: EndpointResponse) -> SwiftPayload {
    payload(of: response, named: StatusName.words(for: response.status))
  }

  /// What a response carries.
  ///
  /// - Parameter words: What the names of its types begin with.
  mutating func payload(of response: EndpointResponse, named words: Words) -> SwiftPayload {
    var payload = payload(of: response.contents, named: words)
    payload.description = response.description
    guard !response.headers.isEmpty else { return payload }
    payload.structure = nestedName(for: words)
    payload.headers = headers(response.headers)
    return payload
  }

  private mutating func nestedName(for words: Words) -> NestedName {
    let name = table.name(for: words)
    return NestedName(name: name, qualified: name.inside(namespace))
  }

  /// What a request carries.
  mutating func payload(
    of body: EndpointBody, named words: Words = Words(["request"])
  ) -> SwiftPayload {
    var payload = payload(of: body.contents, named: words)
    payload.mayBeAbsent = !body.isRequired
    return payload
  }

  private mutating func parts(
    _ parts: EndpointParts, named words: Words, schema: Code?
  ) -> SwiftParts {
    var members = NameTable(.members, reserved: ["fields"])
    let names = members.names(for: parts.parts.map { ValueName(ofProperty: $0.name) })
    let name = nestedName(for: Words(words.words + ["parts"]))
    let properties = zip(names, parts.parts).map { name, part in
      self.part(part, name, named: Words(words.words + Words(of: part.name).words))
    }
    return SwiftParts(
      name: name, properties: properties, isInOrder: parts.isInOrder, schema: schema)
  }

  private mutating func part(
    _ part: EndpointPart, _ name: Identifier, named words: Words
  ) -> SwiftPart {
    var property = SwiftPart(
      name: name, part: part, defaultValue: part.defaultValue.flatMap { literal($0, part.shape) })
    property.inner = part.inner.map { parts($0, named: words, schema: schema($0.schema, .any)) }
    property.inner?.owner = part
    if !part.headers.isEmpty {
      property.structure = nestedName(for: Words(words.words + ["part"]))
      property.headers = headers(part.headers)
    }
    return property
  }

  private func headers(_ headers: [EndpointHeader]) -> [SwiftHeader] {
    var members = NameTable(.members, style, reserved: ["body", "response", "status"])
    let names = members.names(for: headers.map { Words(of: $0.name) })
    return zip(names, headers).map { name, header in
      SwiftHeader(name: name, header: header, schema: schema(header.schema, header.shape))
    }
  }

  private mutating func payload(
    of contents: [EndpointContent], named words: Words
  ) -> SwiftPayload {
    var cases = NameTable(.cases)
    let names = cases.names(
      for: contents.map { content in
        let isAlone = contents.filter { $0.form.name == content.form.name }.count == 1
        let subtype = content.mediaTypes.first?.split(separator: "/").last.map(String.init) ?? ""
        return isAlone ? Words([content.form.name]) : Words(of: subtype)
      })
    let alternatives = zip(names, contents).map { name, content in
      let schema = content.shape.flatMap { self.schema(content.schema, $0) }
      var alternative = SwiftAlternative(name: name, content: content, schema: schema)
      if case .multipart(let described) = content.form {
        alternative.parts = parts(described, named: words, schema: schema)
      }
      return alternative
    }
    var payload = SwiftPayload(alternatives: alternatives)
    if contents.count > 1 {
      let noun = words.words.last == "content" ? "body" : "content"
      payload.choice = nestedName(for: Words(words.words + [noun]))
    }
    return payload
  }
}

extension EndpointContent.Form {
  /// What a case for it is called.
  fileprivate var name: String {
    switch self {
    case .json: "json"
    case .text: "text"
    case .bytes: "bytes"
    case .form: "form"
    case .events: "events"
    case .values: "values"
    case .multipart, .parts: "multipart"
    }
  }
}
