/// Gives up waiting for responses after a time. What has been begun is cancelled.
///
/// In a client, that is the time up to the end of the response, or up to the beginning of one that
/// is streamed; in a router, the time that an operation takes to answer, and then the answer is 503.
public struct TimeoutMiddleware: Middleware {
  private let limit: Duration
  private let clock: any Clock<Duration>

  /// - Parameters:
  ///   - limit: How long is waited.
  ///   - clock: What measures the time.
  public init(_ limit: Duration, clock: any Clock<Duration> = ContinuousClock()) {
    self.limit = limit
    self.clock = clock
  }

  public func intercept(_ request: Request, next: @escaping Next) async throws -> Response {
    try await withThrowingTaskGroup(of: Response?.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await next(request) }
      group.addTask { [clock, limit] in
        try await clock.sleep(for: limit)
        return nil
      }
      guard let response = try await group.next() ?? nil else {
        throw RequestTimedOut(limit: limit)
      }
      return response
    }
  }
}

/// No response came in time.
public struct RequestTimedOut: Error, Hashable, CustomStringConvertible {
  /// How long was waited.
  public let limit: Duration

  /// - Parameter limit: How long was waited.
  public init(limit: Duration) {
    self.limit = limit
  }

  public var description: String { "There was no response within \(limit)." }
}
