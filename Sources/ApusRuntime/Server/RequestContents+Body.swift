extension RequestContents {
  mutating func value<Value: JSONCodable>(of bytes: [UInt8], _ schema: Schema?) -> Value? {
    if bytes.isEmpty {
      reject(.body, [.missing])
      return nil
    }
    let (value, violations) = decoded(
      Value.self, bytes, schema ?? schemaOf(Value.self), direction: .request)
    reject(.body, violations)
    return violations.isEmpty ? value : nil
  }

  /// The bytes of a body of that media type; `nil` where it is another or too long.
  mutating func content(_ mediaType: MediaType) async -> [UInt8]? {
    if let text = request.headers[.contentType], !text.isEmpty,
      MediaType(text)?.matches(mediaType) != true
    {
      refuse(.unsupportedMediaType(expected: mediaType))
      return nil
    }
    let limit = settings.bodyLimit
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      refuse(.contentTooLarge(limit: limit))
      return nil
    }
    do {
      return try await request.body.collect(upTo: limit)
    } catch is BodyTooLarge {
      refuse(.contentTooLarge(limit: limit))
    } catch {
      refuse(ProblemDetails(status: 400, detail: "The body could not be read.").response)
    }
    return nil
  }
}

extension Response {
  fileprivate static func contentTooLarge(limit: Int) -> Response {
    ProblemDetails(status: 413, detail: BodyTooLarge(limit: limit).description).response
  }

  fileprivate static func unsupportedMediaType(expected: MediaType) -> Response {
    var response = ProblemDetails(status: 415, detail: "Expected \(expected).").response
    response.headers[.accept] = expected.description
    return response
  }
}
