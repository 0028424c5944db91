/// A request while a call puts it together, and what is wrong with it so far.
struct RequestDraft: Sendable {
  let client: Client
  /// The alternatives, of which it needs one.
  let security: [SecurityRequirement]
  /// Where the operation is served, if not where all others are.
  let server: String?
  private let method: HTTPMethod
  /// The path; nil for what goes to an address that is one as a whole.
  private let path: PathTemplate?
  private var variables: [String: String] = [:]
  private var query: [String] = []
  private var headers: HeaderFields
  private var body = Body.empty
  private var problems: [InvalidRequest.Problem] = []

  init(
    _ client: Client, _ method: HTTPMethod, _ path: String, at server: String?, accept: String,
    security: [SecurityRequirement] = []
  ) {
    self.client = client
    self.server = server
    self.security = security
    self.method = method
    self.path = path.isEmpty ? nil : PathTemplate(path)
    headers = [.accept: accept]
  }

  /// Notes violations of a part; with any, nothing is sent.
  mutating func reject(_ part: InvalidRequest.Part, _ violations: [Violation]) {
    problems += violations.map { InvalidRequest.Problem(part: part, violation: $0) }
  }

  /// A value as parameters are written; what is wrong with it is noted.
  mutating func read<Value: JSONCodable>(
    _ value: Value, _ part: InvalidRequest.Part, _ style: ParameterStyle, _ schema: Schema?
  ) -> ParameterValue? {
    let bytes = value.json
    let rules = schema ?? schemaOf(Value.self)
    reject(part, rules?.violations(in: bytes, direction: .request) ?? [])
    return ParameterValue(json: bytes, for: style)
  }

  /// Notes a value that would not arrive as what it is.
  private mutating func refuse(
    _ value: ParameterValue, _ part: InvalidRequest.Part, expected: String
  ) {
    reject(part, [Violation(expected: expected, found: value.summary)])
  }

  /// Fills a variable of the path.
  mutating func setPath(_ name: String, _ value: ParameterValue, _ style: ParameterStyle) {
    let text = style.text(
      of: value, named: name, style.allowsReserved ? .reservedInPath : .percent)
    let isRead = style.read(text[...], named: name)?.values.contains(value) ?? false
    if text.isEmpty || text == "." || text == ".." || !isRead {
      refuse(value, .path(name), expected: "a value that can stand in a path")
    }
    variables[name] = text
  }

  /// Adds a query parameter.
  mutating func addQuery(_ name: String, _ value: ParameterValue, _ style: ParameterStyle) {
    let escaping: ParameterEscaping = style.allowsReserved ? .reservedInQuery : .percent
    let items = style.items(of: value, named: name, escaping)
    let sent = ParameterItems(query: items.joined(separator: "&"))
    if !style.reads(value, in: sent, named: name, escaping, plusIsSpace: true) {
      refuse(value, .query(name), expected: "a value that can stand in a query in this way")
    }
    query += items
  }

  /// Sets the whole query.
  mutating func setQuery(_ value: ParameterValue, _ style: ParameterStyle) {
    switch value {
    case .scalar(let text) where style.form == .json: query = [PercentEncoding.encode(text)]
    case .object: query = style.items(of: value, named: "", .percent)
    case .scalar, .array: refuse(value, .queryString, expected: "an object")
    }
  }

  /// Adds a header field; a list or an object without parts adds none.
  mutating func addHeader(_ name: HeaderName, _ value: ParameterValue, _ style: ParameterStyle) {
    if value.isEmpty { return }
    let (text, violations) = style.field(name, of: value)
    headers[name] = text
    reject(.header(name.description), violations)
  }

  /// Adds a cookie to the others.
  mutating func addCookie(_ name: String, _ value: ParameterValue, _ style: ParameterStyle) {
    let escaping: ParameterEscaping = style.form == .cookie ? .none : .percent
    let cookies = style.items(of: value, named: name, escaping)
    let field = HeaderField(.cookie, cookies.joined(separator: "; "))
    let sent = ParameterItems(cookies: [field.value], escaping)
    if !style.reads(value, in: sent, named: name, escaping, plusIsSpace: false) {
      refuse(value, .cookie(name), expected: "a value that can stand in a cookie")
    }
    headers[.cookie] = ([headers[.cookie]].compactMap(\.self) + cookies).joined(separator: "; ")
  }

  /// Sets the body and what its `Content-Type` is.
  mutating func setBody(_ body: Body, _ contentType: String) {
    self.body = body
    headers[.contentType] = contentType
  }

  /// The media types and ranges that the operation may answer in.
  var answers: [MediaType] {
    (headers[.accept] ?? "").split(separator: ",").compactMap { MediaType(String($0)) }
  }

  /// Whether it can be sent again.
  var isRepeatable: Bool { body.bytes != nil }

  /// The same for the events behind the one of an identifier.
  func behind(_ lastEventID: String) -> RequestDraft {
    var draft = self
    if !lastEventID.isEmpty { draft.headers["Last-Event-ID"] = lastEventID }
    return draft
  }

  /// The request below a base, or to it where there is no path.
  ///
  /// - Throws: ``InvalidRequest`` with all that is wrong.
  func request(below base: Request) throws(InvalidRequest) -> Request {
    let segments = path?.segments ?? []
    let filled = segments.map { $0.filled(with: variables) }
    let missing = segments.flatMap(\.names).filter { variables[$0] == nil }.map { name in
      InvalidRequest.Problem(part: .path(name), violation: .missing)
    }
    let unclear = zip(segments, filled).filter { $1 == nil }.flatMap(\.0.names).map { name in
      let violation = Violation(
        expected: "text that can be told from what stands beside it",
        found: JSON.string(variables[name] ?? "").description)
      return InvalidRequest.Problem(part: .path(name), violation: violation)
    }
    let found = problems + (missing.isEmpty ? unclear : missing)
    guard found.isEmpty else { throw InvalidRequest(problems: found) }
    var request = base
    request.method = method
    request.path += filled.map { "/" + ($0 ?? "") }.joined()
    request.headers = headers
    request.body = body
    let queries = [base.query].compactMap(\.self) + query
    request.query = queries.isEmpty ? nil : queries.joined(separator: "&")
    return request
  }
}

extension ParameterValue {
  /// The value in a few words, for messages.
  var summary: String {
    switch self {
    case .scalar(let text): JSON.string(String(text.prefix(60))).description
    case .array(let elements): "a list of \(elements.count)"
    case .object(let members): "an object of \(members.count)"
    }
  }
}
