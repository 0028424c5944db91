extension RequestContents {
  mutating func value<Value: JSONCodable>(of bytes: [UInt8], _ schema: Schema?) -> Value? {
    if bytes.isEmpty {
      reject(.body, [.missing])
      return nil
    }
    do {
      return try withJSON(bytes) { json in
        let schema = schema ?? schemaOf(Value.self)
        let violations = schema?.violations(in: json, direction: .request) ?? []
        if violations.isEmpty { return try Value(from: json) }
        reject(.body, violations)
        return nil
      }
    } catch {
      reject(.body, Violation.all(of: error))
      return nil
    }
  }

  /// Which of some lists of media types has the body's: the first for a body that names none. `nil`
  /// where none has it, which is answered with 415.
  mutating func content(among lists: [[MediaType]]) -> Int? {
    guard let text = request.headers[.contentType], !text.isEmpty else { return 0 }
    if let place = MediaType(text)?.place(among: lists) { return place }
    refuse(.unsupportedMediaType(expected: lists.flatMap(\.self)))
    return nil
  }

  /// The body as it comes; `nil` where it is of none of those media types.
  mutating func stream(_ mediaTypes: [MediaType]) -> Body? {
    guard content(among: [mediaTypes]) != nil else { return nil }
    var body = request.body
    body.isOfRequest = true
    body.contentType = request.headers[.contentType]
    return body
  }

  /// The bytes of a body; `nil` where it is of none of those media types, or too long.
  mutating func content(_ mediaTypes: [MediaType]) async -> [UInt8]? {
    guard content(among: [mediaTypes]) != nil else { return nil }
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
      refuse(.unreadableBody)
    }
    return nil
  }

  /// The text that bytes are in UTF-8.
  mutating func text(of bytes: [UInt8]) -> String? {
    let text = String(validating: bytes, as: UTF8.self)
    if text == nil { reject(.body, [Violation(expected: "UTF-8", found: "other bytes")]) }
    return text
  }

  /// The value that the fields of a form make up.
  mutating func form<Value: JSONCodable>(
    of bytes: [UInt8], _ fields: [String: ParameterStyle], _ schema: Schema?
  ) -> Value? {
    let schema = schema ?? schemaOf(Value.self)
    guard let text = text(of: bytes) else { return nil }
    guard let json = Form.value(of: text, fields, by: schema) else {
      reject(.body, [Violation(expected: "percent-encoded UTF-8", found: "other text")])
      return nil
    }
    return value(of: json.json, schema)
  }

  /// Whether there is a body, as far as its header tells.
  var hasBody: Bool {
    if let bytes = request.body.bytes { return !bytes.isEmpty }
    if let length = request.body.length { return length > 0 }
    return request.headers[.contentType] != nil
  }
}

extension Response {
  static func contentTooLarge(limit: Int) -> Response {
    ProblemDetails(status: 413, detail: BodyTooLarge(limit: limit).description).response
  }

  /// What answers a body that breaks off.
  static var unreadableBody: Response {
    ProblemDetails(status: 400, detail: "The body could not be read.").response
  }

  fileprivate static func unsupportedMediaType(expected: [MediaType]) -> Response {
    let names = expected.map(\.description).joined(separator: ", ")
    var response = ProblemDetails(status: 415, detail: "Expected \(names).").response
    response.headers[.accept] = names
    return response
  }
}
