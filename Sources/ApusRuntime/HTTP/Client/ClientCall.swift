/// A call of an operation: takes its parameters and its body, then sends them.
///
/// What breaks the document's rules is kept, and thrown by ``send()`` before anything goes out.
public struct ClientCall<Failure: OperationFailure>: Sendable {
  private let client: Client
  private var draft: RequestDraft

  init(client: Client, draft: RequestDraft) {
    self.client = client
    self.draft = draft
  }

  /// Fills a variable of the path.
  ///
  /// - Parameter schema: The document's rules for the value, where its type has none itself.
  public mutating func path<Value: JSONCodable>(
    _ name: String, _ value: Value, schema: Schema? = nil
  ) {
    guard let value = read(value, .path(name), schema) else { return }
    draft.setPath(name, value)
  }

  /// Adds a query parameter; `nil` adds nothing.
  public mutating func query<Value: JSONCodable>(
    _ name: String, _ value: Value?, style: ParameterStyle = .form, schema: Schema? = nil
  ) {
    guard let value, let value = read(value, .query(name), schema) else { return }
    draft.addQuery(name, value, style)
  }

  /// Adds a header field; `nil` adds nothing.
  public mutating func header<Value: JSONCodable>(
    _ name: HeaderName, _ value: Value?, schema: Schema? = nil
  ) {
    guard let value, let value = read(value, .header(name.description), schema) else { return }
    draft.addHeader(name, value)
  }

  /// Adds a cookie; `nil` adds nothing.
  public mutating func cookie<Value: JSONCodable>(
    _ name: String, _ value: Value?, schema: Schema? = nil
  ) {
    guard let value, let value = read(value, .cookie(name), schema) else { return }
    draft.addCookie(name, value)
  }

  /// Sets a JSON body; `nil` sets none.
  public mutating func json<Value: JSONCodable>(
    _ value: Value?, mediaType: MediaType = .json, schema: Schema? = nil
  ) {
    guard let value else { return }
    let bytes = value.json
    let rules = schema ?? schemaOf(Value.self)
    draft.reject(.body, rules?.violations(in: bytes) ?? [])
    draft.setBody(Body(bytes), mediaType)
  }

  /// Sends the request.
  ///
  /// - Returns: The response, whatever its status, with its body in memory.
  /// - Throws: `.unexpected` with ``InvalidRequest`` where the request breaks the document's rules
  ///   (nothing is sent then), or with what the transport threw.
  public func send() async throws(Failure) -> ResponseReader<Failure> {
    do {
      let response = try await client.exchange(draft)
      return ResponseReader(response, settings: client.settings)
    } catch {
      throw .unexpected(error)
    }
  }

  private mutating func read<Value: JSONCodable>(
    _ value: Value, _ part: InvalidRequest.Part, _ schema: Schema?
  ) -> ParameterValue? {
    let bytes = value.json
    let rules = schema ?? schemaOf(Value.self)
    draft.reject(part, rules?.violations(in: bytes) ?? [])
    return ParameterValue(json: bytes)
  }
}
