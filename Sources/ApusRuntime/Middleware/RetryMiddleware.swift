import struct Foundation.Date

/// Sends requests again that failed for a reason that may be gone a moment later.
///
/// That is: where no response came, and where the response's status is one of ``statuses``. A
/// request is sent again only if its method means the same when it arrives twice, and if its body is
/// in memory. Between two attempts it waits as long as the response's `Retry-After` says; where there
/// is none, for a random time whose bound doubles with each attempt.
public struct RetryMiddleware: Middleware {
  /// How often a request is sent at most.
  public var attempts = 3
  /// The bound of the first wait.
  public var firstDelay = Duration.milliseconds(500)
  /// The bound of all waits. A response that asks for a longer one is returned.
  public var longestDelay = Duration.seconds(20)
  /// The statuses of responses that are not final: Request Timeout, Too Many Requests, Bad Gateway,
  /// Service Unavailable and Gateway Timeout.
  public var statuses: Set<Int> = [408, 429, 502, 503, 504]
  /// Whether a request may arrive twice: by its method, unless you know better, such as by an
  /// `Idempotency-Key`.
  public var isRepeatable: @Sendable (Request) -> Bool = { $0.method.isIdempotent }

  private let clock: any Clock<Duration>
  private let date: @Sendable () -> Date
  private let random: @Sendable (ClosedRange<Double>) -> Double

  /// - Parameters:
  ///   - attempts: How often a request is sent at most, the first time included.
  ///   - clock: What waits.
  ///   - date: The time of the day, which a `Retry-After` may name.
  ///   - random: Chooses a number of a range.
  public init(
    attempts: Int = 3, clock: any Clock<Duration> = ContinuousClock(),
    date: @escaping @Sendable () -> Date = { Date() },
    random: @escaping @Sendable (ClosedRange<Double>) -> Double = { Double.random(in: $0) }
  ) {
    self.attempts = attempts
    self.clock = clock
    self.date = date
    self.random = random
  }

  public func intercept(_ request: Request, next: @escaping Next) async throws -> Response {
    guard request.body.bytes != nil, isRepeatable(request) else { return try await next(request) }
    var attempt = 1
    while attempt < attempts {
      let delay: Duration
      do {
        let response = try await next(request)
        guard statuses.contains(response.status), let wait = wait(asked: response, attempt) else {
          return response
        }
        delay = wait
      } catch {
        if !Self.mayPass(error) { throw error }
        delay = backOff(attempt)
      }
      try await clock.sleep(for: delay)
      attempt += 1
    }
    return try await next(request)
  }

  /// Whether what kept a response from coming may be gone a moment later.
  private static func mayPass(_ error: any Error) -> Bool {
    !(error is CancellationError || error is UnusableCredential || Task.isCancelled)
  }

  /// How long to wait after a response; nil if that is too long.
  private func wait(asked response: Response, _ attempt: Int) -> Duration? {
    guard let text = response.headers[.retryAfter] else { return backOff(attempt) }
    let seconds: Int
    if let number = Int(text), number >= 0 {
      seconds = number
    } else if let end = HTTPDate.seconds(of: text) {
      // By the server's own clock, where it tells the time.
      let now = response.headers["Date"].flatMap(HTTPDate.seconds)
      seconds = max(0, end - (now ?? Int(date().timeIntervalSince1970)))
    } else {
      return backOff(attempt)
    }
    guard seconds <= longestDelay.components.seconds else { return nil }
    return .seconds(seconds)
  }

  /// A random time below a bound that doubles with each attempt.
  private func backOff(_ attempt: Int) -> Duration {
    var bound = firstDelay
    for _ in 1..<max(attempt, 1) where bound < longestDelay { bound += bound }
    return min(bound, longestDelay) * random(0...1)
  }
}

extension HTTPMethod {
  /// Whether a request means the same when it arrives twice (RFC 9110, section 9.2.2; of `QUERY`,
  /// its definition says so).
  public var isIdempotent: Bool {
    [.get, .head, .options, .trace, .put, .delete, .query].contains(self)
  }
}
