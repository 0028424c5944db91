/// Reads the values of streams, which are checked as they come.
struct StreamReading: Sendable {
  /// The most bytes of one value that are kept.
  let limit: Int
  let direction: Direction
  /// What is done about violations, before a value that could be read all the same is handed out.
  let check: @Sendable ([Violation]) throws -> Void
  /// Asks for an event stream again, where that can be done.
  var connect: (@Sendable (_ lastEventID: String) async throws -> ReconnectedStream)?

  func textEvents(_ body: Body) -> ValueStream<ServerSentEvent<String>> {
    var stream = ValueStream(ParsedBody(body: body, parser: EventParser(limit: limit)))
    if let connect {
      stream.reconnected = { [limit] reconnection in
        ValueStream(
          ReconnectingEvents(
            body: body, limit: limit, connect: connect, reconnection: reconnection))
      }
    }
    return stream
  }

  func events<Data: JSONCodable>(
    _ body: Body, _ schema: Schema?
  ) -> ValueStream<ServerSentEvent<Data>> {
    let texts = textEvents(body)
    var stream: ValueStream<ServerSentEvent<Data>> = events(texts, schema)
    if let reconnected = texts.reconnected {
      stream.reconnected = { events(reconnected($0), schema) }
    }
    return stream
  }

  private func events<Data: JSONCodable>(
    _ texts: ValueStream<ServerSentEvent<String>>, _ schema: Schema?
  ) -> ValueStream<ServerSentEvent<Data>> {
    ValueStream(texts.map { event in try event.map { try value(of: Array($0.utf8), schema) } })
  }

  func values<Value: JSONCodable>(
    _ body: Body, _ streaming: JSONStreaming, _ schema: Schema?
  ) -> ValueStream<Value> {
    let texts = ParsedBody(body: body, parser: JSONStreamParser(streaming, limit: limit))
    guard streaming == .sequence else {
      return ValueStream(texts.map { try value(of: $0, schema) })
    }
    return ValueStream(texts.compactMap { try element(of: $0, schema) })
  }

  /// The value of an element of a JSON text sequence; nil for one that was cut off, which takes none of
  /// the others with it (RFC 7464, sections 2.3 and 2.4).
  private func element<Value: JSONCodable>(of text: [UInt8], _ schema: Schema?) throws -> Value? {
    guard JSONStreaming.isWhole(text) else {
      let found = String(decoding: text.prefix(60), as: UTF8.self)
      try check([Violation(expected: "a whole JSON text (RFC 7464)", found: found)])
      return nil
    }
    // As it is: null may be a value.
    let value: Value = try value(of: text, schema)
    return value
  }

  func value<Value: JSONCodable>(of bytes: [UInt8], _ schema: Schema?) throws -> Value {
    let (value, violations) = decodedAndChecked(
      Value.self, bytes, schema ?? schemaOf(Value.self), direction: direction)
    if !violations.isEmpty { try check(violations) }
    guard let value else { throw InvalidValue(violations: violations) }
    return value
  }
}

extension Body {
  /// Events, each written when it is asked for.
  init(textEvents: ValueStream<ServerSentEvent<String>>) {
    self.init(stream: textEvents.map(\.bytes))
  }

  /// Events whose data is JSON, each written when it is asked for.
  init<Data: JSONCodable>(events: ValueStream<ServerSentEvent<Data>>) {
    self.init(stream: events.map { event in event.map(\.jsonText).bytes })
  }

  /// JSON values, each written when it is asked for.
  init<Value: JSONCodable>(values: ValueStream<Value>, in streaming: JSONStreaming) {
    self.init(stream: values.map { streaming.bytes(of: $0.json) })
  }
}
