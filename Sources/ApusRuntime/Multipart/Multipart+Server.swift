extension RequestReader {
  /// The parts of a body that is a multipart message.
  ///
  /// All parts are gathered in memory, in whatever order they come, up to the router's limit. The
  /// handler gets a longer message as soon as all that must be there has come before the file with
  /// which it exceeds the limit: that file, and further ones of its name where there may be several,
  /// are then read from the connection as the handler asks for them, however long they are. Else the
  /// message is answered with 413. If another documented part follows such a file, reading the file
  /// ends with ``MultipartError/partBehindFile(_:)``: nothing is lost in silence.
  public mutating func multipart<Value: MultipartMessage>(
    _ type: Value.Type = Value.self, mediaTypes: [MediaType]
  ) async -> Value? {
    guard let body = bytes(mediaTypes: mediaTypes) else { return nil }
    let limit = contents.value.settings.bodyLimit
    do {
      let (value, violations) = try await body.parts(type, upTo: limit)
      contents.value.reject(.body, violations)
      return violations.isEmpty ? value : nil
    } catch let error as BodyTooLarge {
      contents.value.refuse(.contentTooLarge(limit: error.limit))
    } catch let error as MultipartError {
      contents.value.reject(.body, [error.violation])
    } catch {
      contents.value.refuse(.unreadableBody)
    }
    return nil
  }

  /// The parts of a multipart message that may be missing: `.some(nil)` where it is.
  public mutating func multipartIfPresent<Value: MultipartMessage>(
    _ type: Value.Type = Value.self, mediaTypes: [MediaType]
  ) async -> Value?? {
    if !hasBody { return .some(nil) }
    return await multipart(type, mediaTypes: mediaTypes).map(Optional.some)
  }

  /// The parts of a multipart message, as they come. One of another media type than the documented
  /// ones ends the iteration with ``InvalidRequest``.
  public mutating func fileParts(
    partTypes: [MediaType] = [], mediaTypes: [MediaType]
  ) -> ValueStream<FilePart>? {
    let streams = streams
    return bytes(mediaTypes: mediaTypes).map { streams.fileParts($0, partTypes) }
  }

  /// The JSON values that are the parts of a multipart message, as they come. One that breaks the
  /// document's rules ends the iteration with ``InvalidRequest``.
  public mutating func jsonParts<Value: JSONCodable>(
    of type: Value.Type = Value.self, partTypes: [MediaType] = [], mediaTypes: [MediaType],
    schema: Schema? = nil
  ) -> ValueStream<Value>? {
    let streams = streams
    return bytes(mediaTypes: mediaTypes).map { streams.jsonParts($0, partTypes, schema) }
  }
}

extension Body {
  /// The parts of a multipart message, and all that is wrong with it: in memory, but for a file with
  /// which there are more bytes than are kept.
  fileprivate func parts<Value: MultipartMessage>(
    _ type: Value.Type, upTo limit: Int
  ) async throws -> (value: Value?, violations: [Violation]) {
    let source = try MultipartSource(self)
    var gathering = MultipartGathering(Value.fields, limit: limit)
    while let event = try await source.next() {
      if gathering.take(event) { continue }
      let number = await source.partNumber
      guard let result = gathering.result(type, direction: .request, from: source, number) else {
        throw BodyTooLarge(limit: limit)
      }
      return result
    }
    return gathering.result(type, direction: .request)
  }
}

extension Response {
  /// A response with the parts of a multipart message for a body.
  public init<Value: MultipartMessage>(_ status: Int, multipart value: Value, mediaType: MediaType)
  {
    self.init(status, body: MultipartWriter(value).body(mediaType), mediaType: mediaType)
  }

  /// A response with files for a body that is a multipart message without named parts.
  ///
  /// - Parameters:
  ///   - status: The status code.
  ///   - fileParts: The files.
  ///   - partTypes: What files may be; the first is what one is that doesn't say it.
  ///   - mediaType: What the message is.
  public init(
    _ status: Int, fileParts: ValueStream<FilePart>, partTypes: [MediaType] = [],
    mediaType: MediaType
  ) {
    self.init(status, body: Body(fileParts: fileParts, partTypes, mediaType), mediaType: mediaType)
  }

  /// A response with JSON values for a body, each a part of a multipart message.
  public init<Value: JSONCodable>(
    _ status: Int, jsonParts: ValueStream<Value>, partTypes: [MediaType] = [.json],
    mediaType: MediaType
  ) {
    self.init(status, body: Body(jsonParts: jsonParts, partTypes, mediaType), mediaType: mediaType)
  }
}
