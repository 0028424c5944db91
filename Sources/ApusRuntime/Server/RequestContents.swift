/// What is known of a request while it is read, and what is wrong with it so far.
struct RequestContents: Sendable {
  let request: Request
  let settings: RouterSettings
  private let variables: [String: Substring]
  private lazy var queryItems = ParameterItems(query: request.query ?? "")
  private lazy var cookies = ParameterItems(cookies: request.headers.values(of: .cookie))
  private(set) var problems: [InvalidRequest.Problem] = []
  private(set) var refusal: Response?

  init(_ request: Request, variables: [String: Substring], settings: RouterSettings) {
    self.request = request
    self.variables = variables
    self.settings = settings
  }

  /// Notes violations of a part.
  mutating func reject(_ part: InvalidRequest.Part, _ violations: [Violation]) {
    problems += violations.map { InvalidRequest.Problem(part: part, violation: $0) }
  }

  /// Notes an answer that HTTP itself asks for; it goes before all violations.
  mutating func refuse(_ response: Response) {
    refusal = refusal ?? response
  }
}

extension RequestContents {
  func sentPath(_ name: String) -> SentParameter {
    guard let text = variables[name] else { return .absent }
    return SentParameter(ParameterStyle.simple.read(text), of: text)
  }

  mutating func sentQuery(_ name: String, _ style: ParameterStyle) -> SentParameter {
    items(queryItems.values(of: name), style)
  }

  func sentHeader(_ name: HeaderName) -> SentParameter {
    let values = request.headers.values(of: name)
    return values.isEmpty ? .absent : .text(ParameterStyle.simple.readField(values))
  }

  mutating func sentCookie(_ name: String) -> SentParameter {
    items(cookies.values(of: name), .form)
  }

  private func items(_ texts: [Substring], _ style: ParameterStyle) -> SentParameter {
    guard let first = texts.first else { return .absent }
    return SentParameter(style.readItems(texts), of: first)
  }

  /// The value of a parameter that must be there.
  mutating func required<Value: JSONCodable>(
    _ sent: SentParameter, _ part: InvalidRequest.Part, _ schema: Schema?
  ) -> Value? {
    if case .absent = sent { reject(part, [.missing]) }
    return optional(sent, part, schema) ?? nil
  }

  /// The value of a parameter that may be missing: `.some(nil)` where it is.
  mutating func optional<Value: JSONCodable>(
    _ sent: SentParameter, _ part: InvalidRequest.Part, _ schema: Schema?
  ) -> Value?? {
    switch sent {
    case .absent:
      return .some(nil)
    case .broken(let text):
      let found = JSON.string(String(text.prefix(60))).description
      reject(part, [Violation(expected: "percent-encoded UTF-8", found: found)])
      return nil
    case .text(let text):
      let (value, violations) = chosen(Value.self, text, schema ?? schemaOf(Value.self))
      reject(part, violations)
      return value.map(Optional.some)
    }
  }

  /// The first meaning of the text that the document allows, or what is wrong with the likeliest.
  private func chosen<Value: JSONCodable>(
    _ type: Value.Type, _ text: ParameterText, _ schema: Schema?
  ) -> (value: Value?, violations: [Violation]) {
    var refusals: [[Violation]] = []
    for candidate in text.candidates {
      let (value, violations) = decoded(type, candidate.json, schema)
      if let value, violations.isEmpty { return (value, []) }
      refusals.append(violations)
    }
    if let nearest = refusals.first(where: { !$0.contains(where: \.concernsKind) }) {
      return (nil, nearest)
    }
    if text.scalar == nil {
      return (nil, [Violation(expected: "one value", found: "\(text.elements.count)")])
    }
    return (nil, refusals.first ?? [.missing])
  }
}
