/// A request while a call puts it together, and what is wrong with it so far.
struct RequestDraft: Sendable {
  let client: Client
  private let method: HTTPMethod
  private let path: PathTemplate
  private var variables: [String: String] = [:]
  private var query: [String] = []
  private var headers: HeaderFields = [.accept: MediaType.json.description]
  private var body = Body.empty
  private var problems: [InvalidRequest.Problem] = []

  init(_ client: Client, _ method: HTTPMethod, _ path: String) {
    self.client = client
    self.method = method
    self.path = PathTemplate(path)
  }

  /// Notes violations of a part; with any, nothing is sent.
  mutating func reject(_ part: InvalidRequest.Part, _ violations: [Violation]) {
    problems += violations.map { InvalidRequest.Problem(part: part, violation: $0) }
  }

  /// A value as parameters are written; what is wrong with it is noted.
  mutating func read<Value: JSONCodable>(
    _ value: Value, _ part: InvalidRequest.Part, _ schema: Schema?
  ) -> ParameterValue? {
    let bytes = value.json
    let rules = schema ?? schemaOf(Value.self)
    reject(part, rules?.violations(in: bytes) ?? [])
    return ParameterValue(json: bytes)
  }

  /// Fills a variable of the path.
  mutating func setPath(_ name: String, _ value: ParameterValue) {
    let text = ParameterStyle.simple.encode(value)
    if text.isEmpty || text == "." || text == ".." {
      let found = JSON.string(text).description
      reject(.path(name), [Violation(expected: "text that can stand in a path", found: found)])
    }
    variables[name] = text
  }

  /// Adds a query parameter.
  mutating func addQuery(_ name: String, _ value: ParameterValue, _ style: ParameterStyle) {
    query += style.encodeItems(name, value)
  }

  /// Adds a header field.
  mutating func addHeader(_ name: HeaderName, _ value: ParameterValue) {
    headers[name] = ParameterStyle.simple.write(value)
  }

  /// Adds a cookie to the others.
  mutating func addCookie(_ name: String, _ value: ParameterValue) {
    let cookies = ParameterStyle.form.encodeItems(name, value)
    headers[.cookie] = ([headers[.cookie]].compactMap(\.self) + cookies).joined(separator: "; ")
  }

  /// Sets the body.
  mutating func setBody(_ body: Body, _ mediaType: MediaType) {
    self.body = body
    headers[.contentType] = mediaType.description
  }

  /// The request below a base.
  ///
  /// - Throws: ``InvalidRequest`` with all that is wrong.
  func request(below base: (origin: String?, path: String)) throws(InvalidRequest) -> Request {
    let missing = path.names.filter { variables[$0] == nil }.map { name in
      InvalidRequest.Problem(part: .path(name), violation: .missing)
    }
    guard problems.isEmpty, missing.isEmpty else {
      throw InvalidRequest(problems: problems + missing)
    }
    var request = Request(method, base.path + filledPath, headers: headers, body: body)
    request.origin = base.origin
    request.query = query.isEmpty ? nil : query.joined(separator: "&")
    return request
  }

  private var filledPath: String {
    path.segments.map { segment in
      let parts = segment.parts.map { part in
        switch part {
        case .literal(let text): text
        case .variable(let name): variables[name] ?? ""
        }
      }
      return "/" + parts.joined()
    }.joined()
  }
}
