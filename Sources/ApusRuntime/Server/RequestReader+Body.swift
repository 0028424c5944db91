extension RequestReader {
  /// A JSON body that must be there.
  ///
  /// A longer one than the router's limit is answered with 413, one of another media type with 415.
  /// A request that names no media type is taken to have the documented one.
  ///
  /// - Parameters:
  ///   - type: What is made of the value.
  ///   - mediaTypes: The media types that the body may have.
  ///   - schema: The document's rules for the value, where its type has none itself.
  public mutating func json<Value: JSONCodable>(
    _ type: Value.Type = Value.self, mediaTypes: [MediaType] = [.json], schema: Schema? = nil
  ) async -> Value? {
    guard let bytes = await contents.value.content(mediaTypes) else { return nil }
    return contents.value.value(of: bytes, schema)
  }

  /// A JSON body that may be missing: `.some(nil)` where it is.
  public mutating func jsonIfPresent<Value: JSONCodable>(
    _ type: Value.Type = Value.self, mediaTypes: [MediaType] = [.json], schema: Schema? = nil
  ) async -> Value?? {
    guard let bytes = await contents.value.content(mediaTypes) else { return nil }
    if bytes.isEmpty { return .some(nil) }
    return contents.value.value(of: bytes, schema).map(Optional.some)
  }

  /// A body that is text; an empty one is empty text.
  public mutating func text(mediaTypes: [MediaType]) async -> String? {
    guard let bytes = await contents.value.content(mediaTypes) else { return nil }
    return contents.value.text(of: bytes)
  }

  /// A body that is text and may be missing: `.some(nil)` where it is.
  public mutating func textIfPresent(mediaTypes: [MediaType]) async -> String?? {
    if !hasBody { return .some(nil) }
    return await text(mediaTypes: mediaTypes).map(Optional.some)
  }

  /// A body as it comes. How long it may be, is for the handler to say.
  public mutating func bytes(mediaTypes: [MediaType]) -> Body? {
    contents.value.stream(mediaTypes)
  }

  /// A body as it comes, which may be missing: `.some(nil)` where it is.
  public mutating func bytesIfPresent(mediaTypes: [MediaType]) -> Body?? {
    if !hasBody { return .some(nil) }
    return bytes(mediaTypes: mediaTypes).map(Optional.some)
  }

  /// The events of a body that is an event stream, with text for data, as they come.
  public mutating func textEvents(
    mediaTypes: [MediaType]
  ) -> ValueStream<ServerSentEvent<String>>? {
    let streams = streams
    return bytes(mediaTypes: mediaTypes).map { streams.textEvents($0) }
  }

  /// The events of a body that is an event stream, with JSON for data, as they come. One that breaks
  /// the document's rules ends the iteration with ``InvalidRequest``.
  public mutating func events<Data: JSONCodable>(
    of type: Data.Type = Data.self, mediaTypes: [MediaType], schema: Schema? = nil
  ) -> ValueStream<ServerSentEvent<Data>>? {
    let streams = streams
    return bytes(mediaTypes: mediaTypes).map { streams.events($0, schema) }
  }

  /// The JSON values of a body, as they come. One that breaks the document's rules ends the
  /// iteration with ``InvalidRequest``.
  public mutating func values<Value: JSONCodable>(
    of type: Value.Type = Value.self, in streaming: JSONStreaming = .lines,
    mediaTypes: [MediaType], schema: Schema? = nil
  ) -> ValueStream<Value>? {
    let streams = streams
    return bytes(mediaTypes: mediaTypes).map { streams.values($0, streaming, schema) }
  }

  var streams: StreamReading {
    StreamReading(limit: contents.value.settings.bodyLimit, direction: .request) { violations in
      throw InvalidRequest(violations, in: .body)
    }
  }

  /// The fields of a form, as an object; a form without any is an object without members.
  ///
  /// - Parameters:
  ///   - type: What is made of the object.
  ///   - fields: How fields are written that are not written as exploded `form`.
  ///   - schema: The document's rules for the value, where its type has none itself.
  public mutating func form<Value: JSONCodable>(
    _ type: Value.Type = Value.self, fields: [String: ParameterStyle] = [:],
    schema: Schema? = nil
  ) async -> Value? {
    guard let bytes = await contents.value.content([.form]) else { return nil }
    return contents.value.form(of: bytes, fields, schema)
  }

  /// The fields of a form that may be missing: `.some(nil)` where there are none.
  public mutating func formIfPresent<Value: JSONCodable>(
    _ type: Value.Type = Value.self, fields: [String: ParameterStyle] = [:],
    schema: Schema? = nil
  ) async -> Value?? {
    if !hasBody { return .some(nil) }
    return await form(type, fields: fields, schema: schema).map(Optional.some)
  }

  /// Which of some lists of media types has the body's: the first for a body that names none. `nil`
  /// where none has it, which is answered with 415.
  public mutating func content(among lists: [MediaType]...) -> Int? {
    contents.value.content(among: lists)
  }

  /// Whether there is a body, as far as the request's header tells.
  public var hasBody: Bool { contents.value.hasBody }
}
