/// A call of an operation: takes its parameters and its body, then sends them.
///
/// What breaks the document's rules is kept, and thrown by ``send()`` before anything goes out.
public struct ClientCall<Failure: OperationFailure> {
  private var draft: Boxed<RequestDraft>

  init(_ draft: RequestDraft) {
    self.draft = Boxed(draft)
  }

  /// Fills a variable of the path.
  ///
  /// - Parameter schema: The document's rules for the value, where its type has none itself.
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
    draft.value.setBody(Body(bytes), mediaType)
  }

  /// Sends the request.
  ///
  /// - Returns: The response, whatever its status, with its body in memory.
  /// - Throws: `.unexpected` with ``InvalidRequest`` where the request breaks the document's rules
  ///   (nothing is sent then), or with what the transport threw.
  public func send() async throws(Failure) -> ResponseReader<Failure> {
    let draft = draft.value
    do {
      return ResponseReader(
        try await draft.client.exchange(draft), settings: draft.client.settings)
    } catch {
      throw .unexpected(error)
    }
  }
}
