/// What is known of a request while it is read, and what is wrong with it so far.
struct RequestContents: Sendable {
  let request: Request
  let settings: RouterSettings
  private let variables: [String: Substring]
  private var parsedQuery: ParameterItems?
  private(set) var problems: [InvalidRequest.Problem] = []
  private(set) var refusal: Response?
  /// What a refusal says of the credentials that are needed.
  var challenge: String?

  init(_ request: Request, variables: [String: Substring], settings: RouterSettings) {
    self.request = request
    self.variables = variables
    self.settings = settings
  }

  /// The parts of the query, taken apart when the first parameter is read.
  private var queryItems: ParameterItems {
    mutating get {
      if let parsedQuery { return parsedQuery }
      let items = ParameterItems(query: request.query ?? "")
      parsedQuery = items
      return items
    }
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
  func sentPath(_ name: String, _ style: ParameterStyle) -> SentParameter {
    guard let text = variables[name] else { return .absent }
    return SentParameter(style.read(text, named: name), of: text)
  }

  mutating func sentQuery(_ name: String, _ style: ParameterStyle) -> SentParameter {
    style.read(queryItems, named: name, .percent, plusIsSpace: true)
  }

  func sentHeader(_ name: HeaderName, _ style: ParameterStyle) -> SentParameter {
    let values = request.headers.values(of: name)
    return values.isEmpty ? .absent : .text(style.read(fields: values))
  }

  func sentCookie(_ name: String, _ style: ParameterStyle) -> SentParameter {
    let escaping: ParameterEscaping = style.form == .cookie ? .none : .percent
    let items = ParameterItems(cookies: request.headers.values(of: .cookie), escaping)
    return style.read(items, named: name, escaping, plusIsSpace: false)
  }

  /// The whole query.
  mutating func sentQueryString(_ style: ParameterStyle) -> SentParameter {
    guard let query = request.query, !query.isEmpty else { return .absent }
    guard style.form == .json else {
      let style = style.neighbours == nil ? style.members() : style
      return style.read(queryItems, named: "", .percent, plusIsSpace: true)
    }
    return SentParameter(style.read(query[...], named: ""), of: query[...])
  }
}
