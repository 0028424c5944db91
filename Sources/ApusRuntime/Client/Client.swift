/// The client side, whatever the engine: where the server is, and what carries requests there.
public struct Client: Sendable {
  /// What stands before every path: `https://example.com/v1`, or empty where client and server are
  /// in one process.
  public let baseURL: String
  /// What carries requests there.
  public let transport: any Transport
  /// What the client shows where an operation needs it. It goes to the origin of the base URL, to
  /// origins that its owner names by ``ClientSettings/trustedOrigins`` or ``ClientSettings/servers``,
  /// and to no other: a call of an operation that the document has somewhere else throws
  /// ``UntrustedOrigin``.
  public var credentials: (any CredentialSource)?
  /// What stands between the calls and the transport; the first one sees requests first.
  public var middleware: [any Middleware]
  /// Where requests go that have no path in the document: a whole URL.
  private(set) var receiver: String?
  /// What the owner decided; it holds for the calls from then on.
  public var settings: ClientSettings

  /// A client. A base URL that can't be used is found at the first call, which throws
  /// ``InvalidBaseURL``.
  public init(
    baseURL: String = "",
    transport: any Transport,
    credentials: (any CredentialSource)? = nil,
    middleware: [any Middleware] = [],
    settings: ClientSettings = ClientSettings()
  ) {
    self.baseURL = baseURL
    self.transport = transport
    self.credentials = credentials
    self.middleware = middleware
    self.settings = settings
  }

  /// A client of the same kind for requests that the document has no path for, such as webhooks.
  ///
  /// Credentials are shown there, too, where the document asks for them.
  ///
  /// - Parameter url: Where they are received. Where strangers have a say in that, make sure that it is
  ///   none of your own network's addresses.
  public func addressed(to url: String) -> Client {
    var client = self
    client.receiver = url
    return client
  }

  /// Begins a call of an operation.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - path: The path as the document has it, such as `/threads/{thread_id}`.
  ///   - server: Where the document says that the operation is served, if not where all others are.
  ///   - accept: The media types that the operation may answer in.
  ///   - security: The alternatives, of which the request needs one.
  ///   - failure: How the operation fails.
  public func call<Failure: OperationFailure>(
    _ method: HTTPMethod, _ path: String, at server: String? = nil,
    accept: String = "application/json", security: [SecurityRequirement] = [],
    failure: Failure.Type = Failure.self
  ) -> ClientCall<Failure> {
    ClientCall(
      RequestDraft(self, method, path, at: server, accept: accept, security: security))
  }
}

/// A base URL that requests can't be sent to: it is neither empty, nor a path, nor a scheme with a
/// host, or it has a query or a fragment.
public struct InvalidBaseURL: Error, Hashable, CustomStringConvertible {
  /// The base URL as it was given.
  public let baseURL: String

  public var description: String { "“\(baseURL)” can't be used as the base URL of a server." }
}

extension Client {
  /// Sends what a call has put together and waits for the response: for the whole of it unless it
  /// is a success in one of the media types that are streamed.
  func exchange(
    _ draft: RequestDraft, streaming streamed: [MediaType]
  ) async throws -> Response {
    let base = try receiver.map(Self.address) ?? base(of: draft.server)
    var request = try draft.request(below: base)
    for field in settings.headers where request.headers[field.name] == nil {
      request.headers.append(field.name, field.value)
    }
    request.secrets.insert(draft.security)
    try Task.checkCancellation()
    let authorization = try RequestAuthorization(
      choosingFrom: draft.security, having: credentials, beside: request.headers)
    if authorization.showsSecrets, let origin = request.origin, !trusts(origin, of: draft.server) {
      throw UntrustedOrigin(origin: origin)
    }
    let answers = StreamedAnswers(streamed, besides: streamed.isEmpty ? [] : draft.answers)
    return try await middleware.response(to: request) { request in
      try await answer(to: request, authorization, streaming: answers)
    }
  }

  /// Whether the client's owner has named an origin.
  private func trusts(_ origin: String, of server: String?) -> Bool {
    let isNamed = receiver != nil || server.map { settings.servers[$0] != nil } ?? true
    if isNamed || baseURL.isEmpty { return true }
    let trusted = [Request(.get, baseURL).origin].compactMap(\.self) + settings.trustedOrigins
    return trusted.contains { Origin($0) == Origin(origin) }
  }

  /// The response, in memory unless it is streamed.
  private func answer(
    to request: Request, _ authorization: RequestAuthorization, streaming answers: StreamedAnswers
  ) async throws -> Response {
    var response = try await send(request, authorization)
    let contentType = response.headers[.contentType]
    let limit = answers.include(response) ? nil : settings.bodyLimit
    if let limit { response.body = try await response.body.collected(upTo: limit) }
    response.body.contentType = contentType
    return response
  }

  /// The address of a server, which may be relative to that of all others. In one process there is
  /// but one server.
  private func address(of server: String?) -> String {
    guard let server, !baseURL.isEmpty else { return baseURL }
    if let other = settings.servers[server] { return other }
    if server.contains("://") { return server }
    let path = server.hasPrefix("/") ? server : "/\(server)"
    return (Request(.get, baseURL).origin ?? "") + path
  }

  /// The origin and the path that all paths begin with.
  private func base(of server: String?) throws(InvalidBaseURL) -> Request {
    let baseURL = address(of: server)
    var base = try Self.address(baseURL)
    guard base.query == nil else { throw InvalidBaseURL(baseURL: baseURL) }
    if base.path.hasSuffix("/") { base.path.removeLast() }
    return base
  }

  /// What a URL names; it may have no origin.
  private static func address(_ url: String) throws(InvalidBaseURL) -> Request {
    let address = Request(.get, url)
    let hasAuthority = address.origin.map { !$0.hasSuffix("://") } ?? true
    let isPrintable = url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    guard hasAuthority, isPrintable, address.path.hasPrefix("/"),
      !url.utf8.contains(UInt8(ascii: "#"))
    else { throw InvalidBaseURL(baseURL: url) }
    return address
  }
}

/// The answers of an operation whose bodies are taken as they come.
private struct StreamedAnswers: Sendable {
  private let streamed: [MediaType]
  /// All media types and ranges that the operation answers in.
  private let documented: [[MediaType]]

  init(_ streamed: [MediaType], besides others: [MediaType]) {
    self.streamed = streamed
    documented = (streamed + others).map { [$0] }
  }

  /// Whether a response is one of them: what names its media type most exactly, decides. JSON is one
  /// only by its name.
  func include(_ response: Response) -> Bool {
    guard (200..<300).contains(response.status), !streamed.isEmpty else { return false }
    guard let type = response.headers[.contentType].flatMap({ MediaType($0) }) else { return true }
    guard let place = type.place(among: documented), let named = documented[place].first else {
      return false
    }
    return streamed.contains(named) && (type == named || type != .json)
  }
}
