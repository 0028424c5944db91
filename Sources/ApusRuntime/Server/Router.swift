/// The server side, whatever the engine: finds the operation that a request is for, and answers.
///
/// A router never throws. It is a ``Transport`` itself, so that a client can use it in the same
/// process, without a network.
public struct Router: Sendable {
  typealias Handler = @Sendable (Request, [String: Substring], RouterSettings) async -> Response

  /// An operation.
  private struct Route: Sendable {
    let handler: Handler
    let answers: Answers
  }

  /// What the owner decided; it holds for the requests from then on.
  public var settings: RouterSettings
  /// What stands between the engine and the operations; the first one sees requests first.
  public var middleware: [any Middleware]
  private var table = RouteTable<Route>()
  /// What of requests must not be written down.
  var secrets = SecretNames()

  /// A router without operations.
  public init(
    middleware: [any Middleware] = [], settings: RouterSettings = RouterSettings()
  ) {
    self.middleware = middleware
    self.settings = settings
  }

  /// Adds an operation. One of the same method and path takes the place of the former.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - path: The path as the document has it, such as `/threads/{thread_id}`.
  ///   - answers: The media types that it answers in where it succeeds, as lists of those that mean
  ///     the same. A request that takes none of them never gets to the handler.
  ///   - handler: Reads the request and answers it.
  public mutating func on<Failure: OperationFailure>(
    _ method: HTTPMethod,
    _ path: String,
    answering answers: [[MediaType]] = [],
    handler:
      @escaping @Sendable (inout RequestReader<Failure>) async throws(Failure) -> Response
  ) {
    let respond: Handler = { request, variables, settings in
      let contents = RequestContents(request, variables: variables, settings: settings)
      var reader = RequestReader<Failure>(contents)
      do throws(Failure) {
        return try await handler(&reader)
      } catch {
        return reader.answer(to: error)
      }
    }
    table.insert(Route(handler: respond, answers: Answers(lists: answers)), method, path)
  }

  /// Answers a request.
  ///
  /// A path that no operation has is answered with 404, another method than the path's with 405 and
  /// `Allow`, one that takes no answer of those that the operation has with 406, all as problem JSON
  /// (RFC 9457). `HEAD` is served wherever `GET` is (RFC 9110, section
  /// 9.1).
  public func respond(to request: Request) async -> Response {
    if middleware.isEmpty { return await answer(to: request) }
    var request = request
    request.secrets = secrets
    do {
      let response = try await middleware.response(to: request) { await answer(to: $0) }
      return response.written(for: request.method)
    } catch {
      settings.report(error, request)
      let status = error is RequestTimedOut ? 503 : 500
      return ProblemDetails(status: status).response.written(for: request.method)
    }
  }

  private func answer(to request: Request) async -> Response {
    guard let match = table.find(request.path) else {
      return ProblemDetails(status: 404, detail: "There is no such path.").response
        .written(for: request.method)
    }
    guard let (route, variables) = match.route(serving: request.method) else {
      return Self.refusal(allowing: match.methods).written(for: request.method)
    }
    let accept = Accept(request.headers)
    if let refusal = route.answers.refusal(accept) { return refusal.written(for: request.method) }
    let response = await Accept.$current.withValue(accept) {
      await route.handler(request, variables, settings)
    }
    return checked(route.answers.negotiated(response, accept), to: request)
      .written(for: request.method)
  }

  private static func refusal(allowing methods: [HTTPMethod]) -> Response {
    let implied: [HTTPMethod] = methods.contains(.get) && !methods.contains(.head) ? [.head] : []
    let names = (methods + implied).map(\.name).joined(separator: ", ")
    var response = ProblemDetails(status: 405, detail: "Allowed: \(names).").response
    response.headers[.allow] = names
    return response
  }

  /// The response, unless it must not leave the process. What is hidden, is reported.
  private func checked(_ response: Response, to request: Request) -> Response {
    if let cause = response.cause { settings.report(cause, request) }
    guard settings.checksResponses, let schema = response.schema, let bytes = response.body.bytes
    else { return response }
    let violations = schema.violations(in: bytes, direction: .response)
    if violations.isEmpty { return response }
    settings.report(InvalidValue(violations: violations), request)
    return ProblemDetails(status: 500).response
  }
}

extension Router {
  /// The path at which a webhook is received unless its owner knows a better one: `/` and its name.
  public static func path(_ name: String) -> String { "/" + PercentEncoding.encode(name) }
}

extension RouteTable.Match {
  /// The route of a method; for `HEAD`, that of `GET` where it has none of its own.
  fileprivate func route(
    serving method: HTTPMethod
  ) -> (route: Route, variables: [String: Substring])? {
    route(for: method) ?? (method == .head ? route(for: .get) : nil)
  }
}

extension Router: Transport {
  public func send(_ request: Request) async throws -> Response {
    try Task.checkCancellation()
    return await respond(to: request)
  }
}
