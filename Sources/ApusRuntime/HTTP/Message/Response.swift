/// A response, as a server sends it and as a client receives it.
public struct Response: Sendable {
  /// The status code, such as 404.
  public var status: Int
  public var headers: HeaderFields
  public var body: Body

  /// Why a handler failed, for the router's log. It never leaves the process.
  let cause: (any Error)?
  /// The rules of the document for the body, where a type with rules wrote it.
  let schema: Schema?

  /// A response with a body that is written already.
  public init(_ status: Int, headers: HeaderFields = [:], body: Body = .empty) {
    self.init(status, headers: headers, body: body, cause: nil, schema: nil)
  }

  init(_ status: Int, headers: HeaderFields, body: Body, cause: (any Error)?, schema: Schema?) {
    self.status = status
    self.headers = headers
    self.body = body
    self.cause = cause
    self.schema = schema
  }

  /// A response with a JSON body.
  public init<Value: JSONCodable>(
    _ status: Int, json value: Value, mediaType: MediaType = .json
  ) {
    self.init(
      status,
      headers: [.contentType: mediaType.description],
      body: Body(value.json),
      cause: nil,
      schema: schemaOf(Value.self)
    )
  }

  /// What a server answers where a handler failed with an error that is nobody's business: a 500
  /// whose body says no more than that. The router reports the error to its owner.
  public static func unexpected(_ error: any Error) -> Response {
    let problem = ProblemDetails(status: 500).response
    return Response(
      500, headers: problem.headers, body: problem.body, cause: error, schema: nil)
  }
}

extension Response: CustomStringConvertible {
  /// The status and the beginning of the body, for people.
  public var description: String {
    let line = ReasonPhrase.of(status).map { "\(status) \($0)" } ?? "\(status)"
    guard let text = body.text, !text.isEmpty else { return line }
    return "\(line): \(text.prefix(1000))"
  }
}

extension Response {
  /// The response as it may be written: without content where HTTP allows none (RFC 9110, sections
  /// 6.4.1 and 9.3.2).
  func written(for method: HTTPMethod) -> Response {
    var response = self
    if status == 204 || status == 304 || (100..<200).contains(status) {
      response.body = .empty
      response.headers[.contentLength] = nil
      if status != 304 { response.headers[.contentType] = nil }
    } else if method == .head {
      // The length that the content would have (RFC 9110, section 8.6).
      if let length = body.length { response.headers[.contentLength] = String(length) }
      response.body = .empty
    }
    return response
  }
}
