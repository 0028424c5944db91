/// A call of an operation: takes its parameters and its body, then sends them.
///
/// What breaks the document's rules is kept, and thrown by `send()` before anything goes out.
public struct ClientCall<Failure: OperationFailure> {
  private var draft: Boxed<RequestDraft>

  init(_ draft: RequestDraft) {
    self.draft = Boxed(draft)
  }

  /// Fills a variable of the path.
  ///
  /// - Parameters:
  ///   - name: The variable's name, without its braces.
  ///   - value: What stands there.
  ///   - style: How it is written.
  ///   - schema: The document's rules for the value, where its type has none itself.
  public mutating func path<Value: JSONCodable>(
    _ name: String, _ value: Value, style: ParameterStyle = .simple, schema: Schema? = nil
  ) {
    guard let value = draft.value.read(value, .path(name), style, schema) else { return }
    draft.value.setPath(name, value, style)
  }

  /// Adds a query parameter; `nil` adds nothing, and so does a list or an object without parts.
  public mutating func query<Value: JSONCodable>(
    _ name: String, _ value: Value?, style: ParameterStyle = .form, schema: Schema? = nil
  ) {
    guard let value, let value = draft.value.read(value, .query(name), style, schema) else {
      return
    }
    draft.value.addQuery(name, value, style)
  }

  /// Sets the whole query: to the members of an object, or to JSON text; `nil` sets none.
  public mutating func queryString<Value: JSONCodable>(
    _ value: Value?, style: ParameterStyle = .form, schema: Schema? = nil
  ) {
    guard let value, let value = draft.value.read(value, .queryString, style, schema) else {
      return
    }
    draft.value.setQuery(value, style)
  }

  /// Adds a header field; `nil` adds nothing, and so does a list or an object without parts.
  public mutating func header<Value: JSONCodable>(
    _ name: HeaderName, _ value: Value?, style: ParameterStyle = .simple, schema: Schema? = nil
  ) {
    let part = InvalidRequest.Part.header(name.description)
    guard let value, let value = draft.value.read(value, part, style, schema) else { return }
    draft.value.addHeader(name, value, style)
  }

  /// Adds a cookie; `nil` adds nothing, and so does a list or an object without parts.
  public mutating func cookie<Value: JSONCodable>(
    _ name: String, _ value: Value?, style: ParameterStyle = .form, schema: Schema? = nil
  ) {
    guard let value, let value = draft.value.read(value, .cookie(name), style, schema) else {
      return
    }
    draft.value.addCookie(name, value, style)
  }

  /// Sets a JSON body; `nil` sets none.
  public mutating func json<Value: JSONCodable>(
    _ value: Value?, mediaType: MediaType = .json, schema: Schema? = nil
  ) {
    guard let value else { return }
    let bytes = value.json
    let rules = schema ?? schemaOf(Value.self)
    draft.value.reject(.body, rules?.violations(in: bytes, direction: .request) ?? [])
    draft.value.setBody(Body(bytes), mediaType.orElse(.json).description)
  }

  /// Sets a text for a body; `nil` sets none.
  public mutating func text(_ text: String?, mediaType: MediaType) {
    guard let text else { return }
    let type = mediaType.orElse("text/plain")
    draft.value.setBody(Body(text), "\(type); charset=utf-8")
  }

  /// Sets a body that is sent as it comes: of the media type that it says, else of the documented
  /// one; `nil` sets none.
  public mutating func bytes(_ body: Body?, mediaType: MediaType) {
    guard let body else { return }
    let type = mediaType.orElse("application/octet-stream")
    draft.value.setBody(body, body.contentType ?? type.description)
  }

  /// Sets the fields of a form for a body; `nil` sets none.
  ///
  /// - Parameters:
  ///   - value: An object, whose members are the fields.
  ///   - fields: How fields are written that are not written as exploded `form`.
  ///   - schema: The document's rules for the value, where its type has none itself.
  public mutating func form<Value: JSONCodable>(
    _ value: Value?, fields: [String: ParameterStyle] = [:], schema: Schema? = nil
  ) {
    guard let value else { return }
    let bytes = value.json
    let rules = schema ?? schemaOf(Value.self)
    draft.value.reject(.body, rules?.violations(in: bytes, direction: .request) ?? [])
    let form = Form.text(of: bytes, fields)
    draft.value.reject(.body, form.violations)
    draft.value.setBody(Body(form.text), "application/x-www-form-urlencoded")
  }

  /// Notes what is wrong with the body; with anything, nothing is sent.
  mutating func reject(_ violations: [Violation]) {
    draft.value.reject(.body, violations)
  }

  /// Sends the request.
  ///
  /// - Parameter streamed: The media types of bodies that are not gathered in memory, where the
  ///   status is a success.
  /// - Returns: The response, whatever its status, with its body in memory unless it is streamed.
  /// - Throws: `.unexpected` with ``InvalidRequest`` where the request breaks the document's rules
  ///   (nothing is sent then), or with what the transport threw.
  public func send(streaming streamed: MediaType...) async throws(Failure) -> ResponseReader<
    Failure
  > {
    let draft = draft.value
    do {
      let response = try await draft.client.exchange(draft, streaming: streamed)
      let connect: ResponseReader<Failure>.Connect = { lastEventID in
        try await draft.client.exchange(draft.behind(lastEventID), streaming: streamed)
      }
      return ResponseReader(
        response, settings: draft.client.settings, connect: draft.isRepeatable ? connect : nil)
    } catch {
      throw .unexpected(error)
    }
  }
}
