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
  ///
  /// A file of another media type than the documented ones is not sent: if it is not known beforehand,
  /// the message ends before it, with ``InvalidRequest``.
  ///
  /// - Parameters:
  ///   - files: What is sent.
  ///   - partTypes: What files may be; the first is what one is that doesn't say it.
  ///   - mediaType: What the message is.
  public mutating func fileParts(
    _ files: ValueStream<FilePart>?, partTypes: [MediaType] = [], mediaType: MediaType
  ) {
    let files = checked(files) { partTypes.violations(ofPart: $0.body.contentType) }
    bytes(files.map { Body(fileParts: $0, partTypes, mediaType) }, mediaType: mediaType)
  }

  /// Sets JSON values for a body, each as a part of a multipart message; `nil` sets none.
  public mutating func jsonParts<Value: JSONCodable>(
    _ values: ValueStream<Value>?, partTypes: [MediaType] = [.json], mediaType: MediaType,
    schema: Schema? = nil
  ) {
    let values = checked(values) { $0.violations(against: schema) }
    bytes(values.map { Body(jsonParts: $0, partTypes, mediaType) }, mediaType: mediaType)
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
  public func fileParts(partTypes: [MediaType] = []) -> ValueStream<FilePart> {
    streams.fileParts(response.body, partTypes)
  }

  /// The JSON values that are the parts of a multipart message, as they come.
  public func jsonParts<Value: JSONCodable>(
    of type: Value.Type = Value.self, partTypes: [MediaType] = []
  ) -> ValueStream<Value> {
    streams.jsonParts(response.body, partTypes, schemaOf(type))
  }
}

extension StreamReading {
  /// The parts of a multipart message.
  func fileParts(_ body: Body, _ types: [MediaType]) -> ValueStream<FilePart> {
    ValueStream(
      IncomingParts(body: body).map { part in
        let violations = types.violations(ofPart: part.body.contentType)
        if !violations.isEmpty { try check(violations) }
        return part
      })
  }

  /// The JSON values that are the parts of a multipart message.
  func jsonParts<Value: JSONCodable>(
    _ body: Body, _ types: [MediaType], _ schema: Schema?
  ) -> ValueStream<Value> {
    ValueStream(
      fileParts(body, types).map { try value(of: try await $0.body.collect(upTo: limit), schema) })
  }
}

extension Body {
  /// Files as parts without names, each written when it is asked for.
  init(fileParts files: ValueStream<FilePart>, _ types: [MediaType], _ mediaType: MediaType) {
    var output = MultipartOutput(boundary: .boundary)
    output.add(files) { $0.header(named: $0.name, mediaType: types.ofParts.description) }
    self = output.body(mediaType)
  }

  /// JSON values as parts, each written when it is asked for.
  init<Value: JSONCodable>(
    jsonParts values: ValueStream<Value>, _ types: [MediaType], _ mediaType: MediaType
  ) {
    var output = MultipartOutput(boundary: .boundary)
    output.add(ValueStream(values.map { FilePart(Body($0.json)) })) { _ in
      [.contentType: types.ofParts.description]
    }
    self = output.body(mediaType)
  }
}
