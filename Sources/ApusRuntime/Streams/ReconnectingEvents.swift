/// How long to wait before an event stream is asked for again, and how often.
struct Reconnection: Sendable {
  /// The time to wait where the server says none.
  let delay: Duration
  /// How many times in a row to try before the stream is given up.
  let attempts: Int
  let sleep: @Sendable (Duration) async throws -> Void

  /// The longest that is waited for, unless the server asks for longer.
  private static let longest = Duration.seconds(60)

  /// How long to wait before an attempt: twice as long as before the last, if that failed.
  ///
  /// - Parameters:
  ///   - attempt: How many attempts there are with this one, counted from 1.
  ///   - asked: How many milliseconds the server asked for.
  func delay(before attempt: Int, asked: Int?) -> Duration {
    let first = asked.map { Duration.milliseconds($0) } ?? delay
    if attempt <= 1 || first >= Self.longest { return first }
    return min(first * (1 << min(attempt - 1, 16)), Self.longest)
  }
}

/// What came of asking for an event stream again.
enum ReconnectedStream: Sendable {
  case events(Body)
  /// The server says that there are no more.
  case end
  /// The server answered with something else.
  case failed(any Error)
}

extension ValueStream {
  /// The same events, and those after them: where the stream ends or breaks off, it is asked for
  /// again, with the identifier of the last event in `Last-Event-ID` (WHATWG HTML, section 9.2).
  ///
  /// It ends when the server answers 204, and fails when it answers anything else but a stream. What
  /// a client's call returned reconnects if the request's body was in memory; other streams are
  /// returned as they are.
  ///
  /// - Parameters:
  ///   - delay: How long to wait, unless the server says so by `retry`. It doubles with every attempt
  ///     in a row that brings no event, up to a minute.
  ///   - attempts: How many attempts in a row may fail.
  ///   - clock: What the time is measured by.
  public func reconnecting<Data: Sendable>(
    after delay: Duration = .seconds(3), attempts: Int = .max,
    clock: some Clock<Duration> = ContinuousClock()
  ) -> ValueStream where Element == ServerSentEvent<Data> {
    let sleep: @Sendable (Duration) async throws -> Void = { try await clock.sleep(for: $0) }
    let reconnection = Reconnection(delay: delay, attempts: attempts, sleep: sleep)
    return reconnected?(reconnection) ?? self
  }
}

/// The events of a body, and of those that take its place once it ends.
struct ReconnectingEvents: AsyncSequence, Sendable {
  typealias Element = ServerSentEvent<String>
  typealias Failure = any Error

  let body: Body
  /// The most bytes of one event that are kept.
  let limit: Int
  /// Asks for the stream again, behind the event of that identifier.
  let connect: @Sendable (_ lastEventID: String) async throws -> ReconnectedStream
  let reconnection: Reconnection

  struct AsyncIterator: AsyncIteratorProtocol {
    private let events: ReconnectingEvents
    private var chunks: Body.AsyncIterator
    private var parser: EventParser
    private var ready: ArraySlice<Element> = []
    /// How many attempts in a row have brought no event.
    private var attempts = 0
    private var isAtEnd = false

    init(_ events: ReconnectingEvents) {
      self.events = events
      chunks = events.body.makeAsyncIterator()
      parser = EventParser(limit: events.limit)
    }

    mutating func next(isolation actor: isolated (any Actor)?) async throws -> Element? {
      while !isAtEnd {
        if let event = ready.popFirst() {
          attempts = 0
          return event
        }
        var fault: (any Error)?
        do {
          if let chunk = try await chunks.next(isolation: actor) {
            ready = try parser.values(in: chunk)[...]
            continue
          }
        } catch let error where error is CancellationError || error is BodyTooLarge {
          throw error
        } catch {
          fault = error
        }
        try await reconnect(after: fault, isolation: actor)
      }
      return nil
    }

    /// Waits, and asks for the stream again, until there is an answer.
    private mutating func reconnect(
      after fault: (any Error)?, isolation actor: isolated (any Actor)?
    ) async throws {
      var fault = fault
      while true {
        attempts += 1
        guard attempts <= events.reconnection.attempts else {
          if let fault { throw fault }
          isAtEnd = true
          return
        }
        let asked = parser.reconnectionTime
        try await events.reconnection.sleep(
          events.reconnection.delay(before: attempts, asked: asked))
        do {
          switch try await events.connect(parser.lastEventID) {
          case .events(let body):
            chunks = body.makeAsyncIterator()
            parser = EventParser(limit: events.limit, continuing: parser)
            return
          case .end:
            isAtEnd = true
            return
          case .failed(let error):
            isAtEnd = true
            throw error
          }
        } catch {
          if isAtEnd || error is CancellationError { throw error }
          fault = error
        }
      }
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}
