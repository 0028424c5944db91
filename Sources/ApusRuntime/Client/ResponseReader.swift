/// A response on its way to becoming what an operation returns or throws.
public struct ResponseReader<Failure: OperationFailure>: Sendable {
  /// The response, with its body in memory.
  public let response: Response
  private let owner: Owner

  private final class Owner: Sendable {
    let settings: ClientSettings
    let connect: Connect?

    init(_ settings: ClientSettings, _ connect: Connect?) {
      self.settings = settings
      self.connect = connect
    }
  }

  /// Sends the request again, for the events behind the one of that identifier.
  typealias Connect = @Sendable (_ lastEventID: String) async throws -> Response

  /// A reader of one response.
  ///
  /// - Parameters:
  ///   - response: The response.
  ///   - settings: What is checked, and how much is kept in memory.
  public init(_ response: Response, settings: ClientSettings = ClientSettings()) {
    self.init(response, settings: settings, connect: nil)
  }

  init(_ response: Response, settings: ClientSettings, connect: Connect?) {
    self.response = response
    owner = Owner(settings, connect)
  }

  /// The status code.
  public var status: Int { response.status }

  /// The body, read as the document describes it.
  ///
  /// Reading is lenient: where the value can be read, rules that it breaks are only reported,
  /// unless the client's settings say otherwise.
  ///
  /// - Throws: `.undocumented` where the body can't be read.
  public func json<Value: JSONCodable>(_ type: Value.Type = Value.self) throws(Failure) -> Value {
    let (value, violations) = decodedAndChecked(
      type, response.body.bytes ?? [], schemaOf(type), direction: .response)
    return try read(value, violations)
  }

  /// A value that was read of the body, if it could be, and what is wrong with it.
  func read<Value>(_ value: Value?, _ violations: [Violation]) throws(Failure) -> Value {
    report(violations)
    guard let value else { throw .undocumented(response) }
    if owner.settings.failsOnViolations, !violations.isEmpty {
      throw .unexpected(InvalidResponse(response: response, violations: violations))
    }
    return value
  }

  /// Tells the client's owner of violations, if there are any.
  func report(_ violations: [Violation]) {
    if !violations.isEmpty { owner.settings.report(violations, response) }
  }

  /// The body as text.
  ///
  /// - Throws: `.undocumented` where it is not UTF-8.
  public func text() throws(Failure) -> String {
    guard let text = response.body.text else { throw .undocumented(response) }
    return text
  }

  /// The body as it comes.
  public var body: Body { response.body }

  /// The events of an event stream, with text for data, as they come.
  public func textEvents() -> ValueStream<ServerSentEvent<String>> {
    streams.textEvents(response.body)
  }

  /// The events of an event stream, with JSON for data, as they come.
  ///
  /// Reading is as lenient as that of other bodies, an event at a time.
  public func events<Data: JSONCodable>(
    of type: Data.Type = Data.self
  ) -> ValueStream<ServerSentEvent<Data>> {
    streams.events(response.body, schemaOf(type))
  }

  /// The JSON values of a stream, as they come.
  public func values<Value: JSONCodable>(
    of type: Value.Type = Value.self, in streaming: JSONStreaming = .lines
  ) -> ValueStream<Value> {
    streams.values(response.body, streaming, schemaOf(type))
  }

  var streams: StreamReading {
    let (owner, response) = (owner, response)
    var reading = StreamReading(limit: owner.settings.bodyLimit, direction: .response) {
      owner.settings.report($0, response)
      guard owner.settings.failsOnViolations else { return }
      throw InvalidResponse(response: response, violations: $0)
    }
    if let connect = owner.connect {
      reading.connect = { lastEventID in
        let next = try await connect(lastEventID)
        if next.status == 204 { return .end }
        guard (200..<300).contains(next.status), next.isOfSameType(as: response) else {
          return .failed(Failure(reading: ResponseReader(next, settings: owner.settings)))
        }
        return .events(next.body)
      }
    }
    return reading
  }

  /// A header field that must be there.
  ///
  /// - Throws: `.undocumented` where it is not, or can't be read.
  public func header<Value: JSONCodable>(
    _ name: HeaderName, as type: Value.Type = Value.self, style: ParameterStyle = .simple,
    schema: Schema? = nil
  ) throws(Failure) -> Value {
    guard let value = try headerIfPresent(name, as: type, style: style, schema: schema) else {
      throw .undocumented(response)
    }
    return value
  }

  /// A header field that may be missing. One that can't be read is reported, and left out.
  ///
  /// - Throws: `.unexpected` where it breaks a rule and the client's settings say that this fails.
  public func headerIfPresent<Value: JSONCodable>(
    _ name: HeaderName, as type: Value.Type = Value.self, style: ParameterStyle = .simple,
    schema: Schema? = nil
  ) throws(Failure) -> Value? {
    let fields = response.headers.values(of: name)
    if fields.isEmpty { return nil }
    let (value, violations) = style.tolerated(
      type, style.read(fields: fields).values, schema ?? schemaOf(type), direction: .response)
    report(violations)
    if owner.settings.failsOnViolations, !violations.isEmpty {
      throw .unexpected(InvalidResponse(response: response, violations: violations))
    }
    return value
  }

  /// Which of some lists of media types has the body's: the first for a body that names none, nil
  /// where none has it.
  public func content(among lists: [MediaType]...) -> Int? {
    guard let text = response.headers[.contentType], let type = MediaType(text) else { return 0 }
    return type.place(among: lists)
  }

  /// The documented failure with the body as its value, or `.undocumented` where the body can't be
  /// read as one.
  public func json<Value: JSONCodable>(_ failure: (Value) -> Failure) -> Failure {
    do {
      return failure(try json(Value.self))
    } catch {
      return error
    }
  }
}

extension Response {
  /// Whether the media type is that of another response.
  fileprivate func isOfSameType(as other: Response) -> Bool {
    let types = [self, other].map { $0.headers[.contentType].flatMap { MediaType($0) } }
    return types[0] == types[1]
  }
}
