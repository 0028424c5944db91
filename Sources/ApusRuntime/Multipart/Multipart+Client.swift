extension ClientCall {
  /// Sets the parts of a multipart message for a body; `nil` sets none. Files are written when the
  /// transport asks for them.
  public mutating func multipart<Value: MultipartMessage>(_ value: Value?, mediaType: MediaType) {
    guard let value else { return }
    let writer = MultipartWriter(value)
    reject(writer.violations(.request))
    bytes(writer.body(mediaType), mediaType: mediaType)
  }

  /// Sets files for a body that is a multipart message without named parts; `nil` sets none.
  public mutating func fileParts(_ files: ValueStream<FilePart>?, mediaType: MediaType) {
    bytes(files.map { Body(fileParts: $0, mediaType) }, mediaType: mediaType)
  }

  /// Sets JSON values for a body, each as a part of a multipart message; `nil` sets none.
  public mutating func jsonParts<Value: JSONCodable>(
    _ values: ValueStream<Value>?, mediaType: MediaType
  ) {
    bytes(values.map { Body(jsonParts: $0, mediaType) }, mediaType: mediaType)
  }
}

extension ResponseReader {
  /// The parts of a body that is a multipart message. They are in memory.
  ///
  /// - Throws: `.undocumented` where the body can't be read.
  public func multipart<Value: MultipartMessage>(
    _ type: Value.Type = Value.self
  ) throws(Failure) -> Value {
    let gathering: MultipartGathering
    do {
      gathering = try MultipartGathering.gathered(response.body, Value.fields)
    } catch {
      report([Violation(expected: "a multipart message", found: "\(error)")])
      throw .undocumented(response)
    }
    let (value, violations) = gathering.result(type, direction: .response)
    return try read(value, violations)
  }

  /// The parts of a multipart message, as they come.
  public func fileParts() -> ValueStream<FilePart> {
    ValueStream(IncomingParts(body: response.body))
  }

  /// The JSON values that are the parts of a multipart message, as they come.
  public func jsonParts<Value: JSONCodable>(
    of type: Value.Type = Value.self
  ) -> ValueStream<Value> {
    streams.jsonParts(response.body, schemaOf(type))
  }
}

extension StreamReading {
  /// The JSON values that are the parts of a multipart message.
  func jsonParts<Value: JSONCodable>(_ body: Body, _ schema: Schema?) -> ValueStream<Value> {
    let parts = IncomingParts(body: body)
    return ValueStream(
      parts.map { try value(of: try await $0.body.collect(upTo: limit), schema) })
  }
}

extension Body {
  /// Files as parts without names, each written when it is asked for.
  init(fileParts files: ValueStream<FilePart>, _ mediaType: MediaType) {
    var output = MultipartOutput(boundary: .boundary)
    output.add(files) { $0.header(named: $0.name, mediaType: "application/octet-stream") }
    self = output.body(mediaType)
  }

  /// JSON values as parts, each written when it is asked for.
  init<Value: JSONCodable>(jsonParts values: ValueStream<Value>, _ mediaType: MediaType) {
    var output = MultipartOutput(boundary: .boundary)
    output.add(ValueStream(values.map { FilePart(Body($0.json)) })) { _ in
      [.contentType: MediaType.json.description]
    }
    self = output.body(mediaType)
  }
}
