/// Tells of every request and what came of it, without the credentials in either.
///
///     LoggingMiddleware { entry in print(entry) }  // GET /runs?key=hidden: 200 in 12 ms
public struct LoggingMiddleware: Middleware {
  /// A request and what came of it.
  public struct Entry: Sendable {
    /// The request's method.
    public let method: HTTPMethod
    /// Where the request went, with the values of keys hidden.
    public let target: String
    /// The request's header, with the values of credentials hidden.
    public let requestHeaders: HeaderFields
    /// The status of the response; nil if there was none.
    public let status: Int?
    /// The response's header, with the values of cookies hidden.
    public let responseHeaders: HeaderFields
    /// How long it took to come.
    public let duration: Duration
    /// Why no response came. Beware of printing it: what engines throw may name the whole address.
    public let error: (any Error)?
    /// The identifier that ``RequestIDMiddleware`` gave it.
    public let requestID: String?
  }

  private let clock: any Clock<Duration>
  private let log: @Sendable (Entry) -> Void

  /// - Parameters:
  ///   - clock: What measures the time that a response takes.
  ///   - log: Takes note of an entry; called while the response waits.
  public init(
    clock: any Clock<Duration> = ContinuousClock(), log: @escaping @Sendable (Entry) -> Void
  ) {
    self.clock = clock
    self.log = log
  }

  public func intercept(_ request: Request, next: @escaping Next) async throws -> Response {
    let result: Result<Response, any Error>
    let duration: Duration
    (result, duration) = await Self.timed(clock) { try await next(request) }
    let entry: Entry
    switch result {
    case .success(let response):
      entry = Entry(request, response.status, response.headers.redacted, duration, nil)
    case .failure(let error):
      entry = Entry(request, nil, [:], duration, error)
    }
    log(entry)
    return try result.get()
  }

  private static func timed(
    _ clock: some Clock<Duration>, _ work: () async throws -> Response
  ) async -> (Result<Response, any Error>, Duration) {
    let start = clock.now
    do {
      let response = try await work()
      return (.success(response), start.duration(to: clock.now))
    } catch {
      return (.failure(error), start.duration(to: clock.now))
    }
  }
}

extension LoggingMiddleware.Entry: CustomStringConvertible {
  fileprivate init(
    _ request: Request, _ status: Int?, _ responseHeaders: HeaderFields, _ duration: Duration,
    _ error: (any Error)?
  ) {
    method = request.method
    target = (request.origin ?? "") + request.redactedTarget
    requestHeaders = request.redactedHeaders
    self.status = status
    self.responseHeaders = responseHeaders
    self.duration = duration
    self.error = error
    requestID = RequestIDMiddleware.current
  }

  /// One line for people.
  public var description: String {
    let (seconds, attoseconds) = duration.components
    let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
    let outcome = status.map(String.init) ?? error.map { "no response (\(type(of: $0)))" } ?? ""
    let name = requestID.map { " [\($0)]" } ?? ""
    return "\(method) \(target): \(outcome) in \(milliseconds) ms\(name)"
  }
}
