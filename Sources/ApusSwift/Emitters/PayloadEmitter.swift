import ApusModel

/// Writes what one message carries: its type, and how it is read and written.
struct PayloadEmitter {
  let spelling: TypeSpelling

  /// The type of a payload; nil if there is nothing in it.
  func type(of payload: SwiftPayload) -> Code? {
    payload.structure.map { Code.name(spelling.short($0.qualified)) } ?? bodyType(of: payload)
  }

  /// The type of a payload's body; nil if it has none.
  func bodyType(of payload: SwiftPayload) -> Code? {
    payload.choice.map { Code.name(spelling.short($0.qualified)) }
      ?? payload.alternatives.first.map(type)
  }

  /// The type of one alternative.
  func type(of alternative: SwiftAlternative) -> Code {
    switch alternative.content.form {
    case .json(let shape), .form(let shape, _): spelling.type(of: shape)
    case .text: "String"
    case .bytes: "Body"
    case .events(let shape):
      "ValueStream<ServerSentEvent<\(shape.map(spelling.type) ?? "String")>>"
    case .values(let shape, _): "ValueStream<\(spelling.type(of: shape))>"
    case .multipart:
      alternative.parts.map { Code.name(spelling.short($0.name.qualified)) } ?? "Body"
    case .parts(let shape, _): "ValueStream<\(shape.map(spelling.type) ?? "FilePart")>"
    }
  }

  /// The type of a header field.
  func type(of header: EndpointHeader) -> Code {
    let type = spelling.type(of: header.shape)
    return header.isRequired ? type : "\(type)?"
  }
}

// Responses.
extension PayloadEmitter {
  /// The expression that reads a payload from `response`.
  func reading(_ payload: SwiftPayload) -> Code? {
    payload.structure.map { "try \(spelling.short($0.qualified))(reading: response)" }
      ?? readingBody(payload)
  }

  /// The expression that reads a payload's body from `response`.
  func readingBody(_ payload: SwiftPayload) -> Code? {
    payload.choice.map { "try \(spelling.short($0.qualified))(reading: response)" }
      ?? payload.alternatives.first.map { Self.readingContent($0.content) }
  }

  static func readingContent(_ content: EndpointContent) -> Code {
    switch content.form {
    case .json, .form: "try response.json()"
    case .text: "try response.text()"
    case .bytes: "response.body"
    case .events(nil): "response.textEvents()"
    case .events: "response.events()"
    case .values(_, .lines): "response.values()"
    case .values(_, .sequence): "response.values(in: .sequence)"
    case .multipart: "try response.multipart()"
    case .parts(nil, let types): "response.fileParts\(Code.list(partTypes(types)))"
    case .parts(_, let types): "response.jsonParts\(Code.list(partTypes(types)))"
    }
  }

  /// The expression of a response that carries a payload.
  func writing(_ payload: SwiftPayload, _ status: Code, _ value: Code) -> Code {
    payload.structure == nil
      ? writingBody(payload, status, value) : "\(value).response(\(status))"
  }

  /// The expression of a response that carries a payload's body.
  func writingBody(_ payload: SwiftPayload, _ status: Code, _ value: Code) -> Code {
    if payload.choice != nil { return "\(value).response(\(status))" }
    guard let content = payload.alternatives.first?.content else { return "Response(\(status))" }
    return Self.writingContent(content, status, value)
  }

  static func writingContent(_ content: EndpointContent, _ status: Code, _ value: Code) -> Code {
    let type = content.mediaTypes.first ?? ""
    let mediaType = "mediaType: \(Code.string(type))" as Code
    switch content.form {
    case .json, .form:
      let isCommon = type == "application/json"
      return "Response\(Code.list([status, "json: \(value)"] + (isCommon ? [] : [mediaType])))"
    case .text: return "Response\(Code.list([status, "text: \(value)", mediaType]))"
    case .bytes: return "Response\(Code.list([status, "body: \(value)", mediaType]))"
    case .events(nil): return "Response\(Code.list([status, "textEvents: \(value)", mediaType]))"
    case .events: return "Response\(Code.list([status, "events: \(value)", mediaType]))"
    case .values(_, let separation):
      let values = [status, "values: \(value)"] + separation.argument
      return "Response\(Code.list(values + [mediaType]))"
    case .multipart: return "Response\(Code.list([status, "multipart: \(value)", mediaType]))"
    case .parts(let shape, let types):
      let parts: Code = shape == nil ? "fileParts: \(value)" : "jsonParts: \(value)"
      return "Response\(Code.list([status, parts] + partTypes(types) + [mediaType]))"
    }
  }
}

// Requests.
extension PayloadEmitter {
  /// The statement that puts a body into `call`.
  func sending(_ input: SwiftInput, _ payload: SwiftPayload) -> Code {
    if payload.choice != nil {
      return "\(input.name)\(input.isRequired ? "" : "?").write(to: &call)"
    }
    return payload.alternatives.first.map { Self.sendingAlternative($0, .name(input.name)) }
      ?? .empty
  }

  static func sendingAlternative(_ alternative: SwiftAlternative, _ value: Code) -> Code {
    let type = alternative.content.mediaTypes.first ?? ""
    let mediaType = "mediaType: \(Code.string(type))" as Code
    let schema = alternative.schema.map { ["schema: \($0)"] as [Code] } ?? []
    switch alternative.content.form {
    case .json:
      let isCommon = type == "application/json"
      return "call.json\(Code.list([value] + (isCommon ? [] : [mediaType]) + schema))"
    case .text: return "call.text\(Code.list([value, mediaType]))"
    case .bytes: return "call.bytes\(Code.list([value, mediaType]))"
    case .events(nil): return "call.textEvents\(Code.list([value, mediaType]))"
    case .events: return "call.events\(Code.list([value, mediaType] + schema))"
    case .values(_, let separation):
      return "call.values\(Code.list([value] + separation.argument + [mediaType] + schema))"
    case .multipart: return "call.multipart\(Code.list([value, mediaType]))"
    case .parts(nil, let types):
      return "call.fileParts\(Code.list([value] + partTypes(types) + [mediaType]))"
    case .parts(_, let types):
      return "call.jsonParts\(Code.list([value] + partTypes(types) + [mediaType] + schema))"
    case .form(_, let fields):
      return "call.form\(Code.list([value] + Self.fields(fields) + schema))"
    }
  }

  /// The expression that receives a body from `request`.
  func receiving(_ input: SwiftInput, _ payload: SwiftPayload) -> Code {
    if let choice = payload.choice {
      return
        "await \(choice.qualified).\(input.isRequired ? "read" : "readIfPresent")(from: &request)"
    }
    guard let only = payload.alternatives.first else { return "nil" }
    return receiving(only, isRequired: input.isRequired)
  }

  func receiving(_ alternative: SwiftAlternative, isRequired: Bool) -> Code {
    let content = alternative.content
    let schema = alternative.schema.map { ["schema: \($0)"] as [Code] } ?? []
    let suffix: Code = isRequired ? .empty : "IfPresent"
    // A stream that is not there is an empty one.
    let optional: Code = isRequired ? .empty : ".map(Optional.some)"
    let types = "mediaTypes: \(Self.list(content.mediaTypes))" as Code
    switch content.form {
    case .json:
      let isCommon = content.mediaTypes == ["application/json"]
      let arguments = ["\(type(of: alternative)).self"] + (isCommon ? [] : [types]) + schema
      return "await request.json\(suffix)\(Code.list(arguments))"
    case .text: return "await request.text\(suffix)\(Code.list([types]))"
    case .bytes: return "request.bytes\(suffix)\(Code.list([types]))"
    case .events(nil):
      return "request.textEvents\(Code.list([types]))\(optional)"
    case .events(.some(let shape)):
      let arguments = ["of: \(spelling.type(of: shape)).self", types] + schema
      return "request.events\(Code.list(arguments))\(optional)"
    case .values(let shape, let separation):
      let of = ["of: \(spelling.type(of: shape)).self"] as [Code]
      return "request.values\(Code.list(of + separation.argument + [types] + schema))\(optional)"
    case .form(_, let fields):
      let arguments = ["\(type(of: alternative)).self"] + Self.fields(fields) + schema
      return "await request.form\(suffix)\(Code.list(arguments))"
    case .multipart:
      let arguments = ["\(type(of: alternative)).self", types] as [Code]
      return "await request.multipart\(suffix)\(Code.list(arguments))"
    case .parts(nil, let own):
      return "request.fileParts\(Code.list(Self.partTypes(own) + [types]))\(optional)"
    case .parts(.some(let shape), let own):
      let of = ["of: \(spelling.type(of: shape)).self"] as [Code]
      let arguments = of + Self.partTypes(own) + [types] + schema
      return "request.jsonParts\(Code.list(arguments))\(optional)"
    }
  }

  private static func fields(_ fields: [EndpointContent.FormField]) -> [Code] {
    if fields.isEmpty { return [] }
    let pairs = fields.map { field -> Code in
      let style: Code =
        field.notation.allowsReserved
        ? "\(field.notation.code).allowingReserved" : field.notation.code
      return "\(Code.string(field.name)): \(style)"
    }
    return ["fields: [\(Code.sequence(pairs))]"]
  }

  /// The media types of all alternatives as arguments.
  static func lists(_ payload: SwiftPayload) -> Code {
    let lists = payload.alternatives.map { list($0.content.mediaTypes) }
    return .list(lists.prefix(1).map { "among: \($0)" } + lists.dropFirst())
  }

  /// What the parts of a message are that come one after another, as an argument; none where the
  /// document doesn't say it.
  private static func partTypes(_ mediaTypes: [String]) -> [Code] {
    mediaTypes.isEmpty ? [] : ["partTypes: \(list(mediaTypes))"]
  }

  private static func list(_ mediaTypes: [String]) -> Code {
    "[\(Code.sequence(mediaTypes.map(Code.string)))]"
  }
}

extension EndpointContent.ValueSeparation {
  /// The runtime's name for it as an argument, where it is not the common one.
  fileprivate var argument: [Code] { self == .lines ? [] : ["in: .\(Code.word(rawValue))"] }
}
