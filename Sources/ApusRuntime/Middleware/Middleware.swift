/// What stands between a client's calls and its transport, or between an engine and a router's
/// operations: it sees every request on its way there, and every response on its way back.
public protocol Middleware: Sendable {
  /// What a request is handed on to.
  typealias Next = @Sendable (Request) async throws -> Response

  /// Handles a request: hands it on, changed or not, and returns the response, changed or not.
  ///
  /// In a client, credentials are added behind all middleware, so that it sees none. In a router,
  /// what is thrown is reported and answered with 500.
  ///
  /// - Parameters:
  ///   - request: The request, as what stands before this middleware handed it on.
  ///   - next: Hands the request on. It may be called several times, one after another, or never.
  func intercept(_ request: Request, next: @escaping Next) async throws -> Response
}

extension [any Middleware] {
  /// Sends a request through all of them, the first one first.
  func response(
    to request: Request, last: @escaping Middleware.Next
  ) async throws -> Response {
    var next = last
    for middleware in reversed() {
      next = { [next] request in try await middleware.intercept(request, next: next) }
    }
    return try await next(request)
  }
}
