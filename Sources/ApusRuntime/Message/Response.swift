/// A response, as a server sends it and as a client receives it.
///
/// It is a value; that it is one reference inside keeps failures, which carry responses, small.
public struct Response: Sendable {
  private struct Content: Sendable {
    var status: Int
    var headers: HeaderFields
    var body: Body
    var cause: (any Error)?
    var schema: Schema?
  }

  private final class Storage: Sendable {
    let content: Content

    init(_ content: Content) {
      self.content = content
    }
  }

  private var storage: Storage

  private var content: Content {
    get { storage.content }
    set { storage = Storage(newValue) }
  }

  /// A response with a body that is written already.
  public init(_ status: Int, headers: HeaderFields = [:], body: Body = .empty) {
    self.init(status, headers: headers, body: body, cause: nil, schema: nil)
  }

  init(_ status: Int, headers: HeaderFields, body: Body, cause: (any Error)?, schema: Schema?) {
    storage = Storage(
      Content(status: status, headers: headers, body: body, cause: cause, schema: schema))
  }

  /// The status code, such as 404.
  public var status: Int {
    get { content.status }
    set { content.status = newValue }
  }

  /// The header.
  public var headers: HeaderFields {
    get { content.headers }
    set { content.headers = newValue }
  }

  /// The body; empty where there is none.
  public var body: Body {
    get { content.body }
    set { content.body = newValue }
  }

  /// Why a handler failed, for the router's log. It never leaves the process.
  var cause: (any Error)? { content.cause }

  /// The rules of the document for the body, where a type with rules wrote it.
  var schema: Schema? { content.schema }

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

  /// A response with text for a body.
  public init(_ status: Int, text: String, mediaType: MediaType) {
    self.init(
      status, headers: [.contentType: "\(mediaType.orElse("text/plain")); charset=utf-8"],
      body: Body(text))
  }

  /// A response with bytes for a body: of the media type that the body says, else of the documented
  /// one.
  public init(_ status: Int, body: Body, mediaType: MediaType) {
    let type = body.contentType ?? mediaType.orElse("application/octet-stream").description
    self.init(status, headers: [.contentType: type], body: body)
  }

  /// A response with events for a body, each written when the engine asks for it.
  public init(
    _ status: Int, textEvents: ValueStream<ServerSentEvent<String>>, mediaType: MediaType
  ) {
    self.init(status, body: Body(textEvents: textEvents), mediaType: mediaType)
  }

  /// A response with events whose data is JSON, each written when the engine asks for it.
  public init<Data: JSONCodable>(
    _ status: Int, events: ValueStream<ServerSentEvent<Data>>, mediaType: MediaType
  ) {
    self.init(status, body: Body(events: events), mediaType: mediaType)
  }

  /// A response with JSON values for a body, each written when the engine asks for it.
  public init<Value: JSONCodable>(
    _ status: Int, values: ValueStream<Value>, in streaming: JSONStreaming = .lines,
    mediaType: MediaType
  ) {
    self.init(status, body: Body(values: values, in: streaming), mediaType: mediaType)
  }

  /// Sets a header field; `nil` sets none, and so does a list or an object without parts.
  ///
  /// Where a field can't hold the value, so that it would be read as another one, the response
  /// becomes a 500 whose reason the router reports.
  public mutating func setHeader<Value: JSONCodable>(
    _ name: HeaderName, _ value: Value?, style: ParameterStyle = .simple
  ) {
    guard let value, let value = ParameterValue(json: value.json, for: style), !value.isEmpty
    else { return }
    let (text, violations) = style.field(name, of: value)
    if violations.isEmpty {
      headers[name] = text
    } else {
      self = .unexpected(InvalidValue(violations: violations.map { $0.inHeader(name) }))
    }
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
