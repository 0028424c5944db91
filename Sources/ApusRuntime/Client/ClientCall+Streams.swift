// Bodies that are made while they are sent.
extension ClientCall {
  /// Sets events for a body, each written when the transport asks for it; `nil` sets none.
  public mutating func textEvents(
    _ events: ValueStream<ServerSentEvent<String>>?, mediaType: MediaType
  ) {
    bytes(events.map { Body(textEvents: $0) }, mediaType: mediaType)
  }

  /// Sets events with JSON for data, each written when the transport asks for it; `nil` sets none.
  public mutating func events<Data: JSONCodable>(
    _ events: ValueStream<ServerSentEvent<Data>>?, mediaType: MediaType, schema: Schema? = nil
  ) {
    let events = checked(events) { $0.data.violations(against: schema) }
    bytes(events.map { Body(events: $0) }, mediaType: mediaType)
  }

  /// Sets JSON values for a body, each written when the transport asks for it; `nil` sets none.
  public mutating func values<Value: JSONCodable>(
    _ values: ValueStream<Value>?, in streaming: JSONStreaming = .lines, mediaType: MediaType,
    schema: Schema? = nil
  ) {
    let values = checked(values) { $0.violations(against: schema) }
    bytes(values.map { Body(values: $0, in: streaming) }, mediaType: mediaType)
  }

  /// The elements of a stream that is sent, each checked before it goes out: what breaks the document's
  /// rules ends the body with ``InvalidRequest``. Where all are known beforehand, nothing is sent.
  mutating func checked<Element>(
    _ stream: ValueStream<Element>?,
    _ violations: @escaping @Sendable (Element) -> [Violation]
  ) -> ValueStream<Element>? {
    guard let stream else { return nil }
    if let elements = stream.elements {
      reject(elements.flatMap(violations))
      return stream
    }
    return ValueStream(
      stream.map { element in
        let violations = violations(element)
        if !violations.isEmpty { throw InvalidRequest(violations, in: .body) }
        return element
      })
  }
}

extension JSONCodable {
  /// What is wrong with the value in a request, by the rules given, or else by those of its type.
  func violations(against schema: Schema?) -> [Violation] {
    guard let rules = schema ?? schemaOf(Self.self) else { return [] }
    return rules.violations(in: json, direction: .request)
  }
}
