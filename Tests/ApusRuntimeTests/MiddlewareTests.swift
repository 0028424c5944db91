import ApusRuntime
import Foundation
import Library
import Synchronization
import Testing

@Suite("Middleware")
struct MiddlewareTests {
  /// Adds a mark to the requests and responses that come by.
  private struct Mark: Middleware {
    let text: String

    func intercept(_ request: Request, next: @escaping Next) async throws -> Response {
      var request = request
      request.headers.append("X-Marks", text)
      var response = try await next(request)
      response.headers.append("X-Marks", text)
      return response
    }
  }

  /// What answers with the marks that came to it.
  private let echo = Answer { request in
    Response(200, headers: ["X-Seen": request.headers["X-Marks"] ?? ""], body: Body("[]"))
  }

  @Test("stands in its order, on both sides")
  func order() async throws {
    let client = Client(
      transport: echo, credentials: ExternalCredentials(),
      middleware: [Mark(text: "1"), Mark(text: "2")])
    let call = client.call(.get, "/", failure: ListBooks.Failure.self)
    let response = try await call.send().response
    #expect(response.headers["X-Seen"] == "1, 2")
    #expect(response.headers["X-Marks"] == "2, 1")
    let router = Router(of: .init(), middleware: [Mark(text: "1"), Mark(text: "2")])
    let answer = await router.respond(to: Request(.get, "/none"))
    #expect(answer.status == 404 && answer.headers["X-Marks"] == "2, 1")
  }

  @Test("what it throws is reported by a router, and answered")
  func thrown() async {
    struct Broken: Error {}
    struct Breaking: Middleware {
      let error: any Error
      func intercept(_ request: Request, next: @escaping Next) async throws -> Response {
        throw error
      }
    }
    let reported = Mutex<[String]>([])
    var settings = RouterSettings()
    settings.report = { error, request in
      reported.withLock { $0.append("\(type(of: error)) \(request)") }
    }
    for (error, status) in [(Broken() as any Error, 500), (RequestTimedOut(limit: .zero), 503)] {
      let router = Router(of: .init(), middleware: [Breaking(error: error)], settings: settings)
      let request = Request(.get, "/accounts/feed?a=1&api%20key=secret")
      #expect(await router.respond(to: request).status == status)
    }
    #expect(
      reported.withLock { $0 } == [
        "Broken GET /accounts/feed?a=1&api%20key=hidden",
        "RequestTimedOut GET /accounts/feed?a=1&api%20key=hidden",
      ])
  }

  @Test("in a client sees no credentials")
  func credentials() async throws {
    final class Holder: Sendable { let seen = Mutex<[Request]>([]) }
    struct Watching: Middleware {
      let holder: Holder
      func intercept(_ request: Request, next: @escaping Next) async throws -> Response {
        holder.seen.withLock { $0.append(request) }
        return try await next(request)
      }
    }
    let holder = Holder()
    let recorder = Recorder(Response(204))
    let client = Client(
      transport: recorder, credentials: Credentials(oldKey: "secret"),
      middleware: [Watching(holder: holder)])
    try await AccountsClient(client).feed()
    #expect(recorder.requests.map(\.query) == ["api%20key=secret"])
    #expect(holder.seen.withLock { $0.map(\.query) } == [nil])
  }
}

@Suite("Sending again")
struct RetryTests {
  private let clock = ManualClock()

  private func retry(_ attempts: Int = 3) -> RetryMiddleware {
    RetryMiddleware(
      attempts: attempts, clock: clock, date: { Date(timeIntervalSince1970: 784_111_777) },
      random: { $0.upperBound })
  }

  private func run(
    _ middleware: RetryMiddleware, _ request: Request, _ answers: [Response]
  ) async throws -> (Response, Int) {
    let count = Mutex(0)
    let response = try await middleware.intercept(request) { _ in
      let number = count.withLock { count in
        count += 1
        return count
      }
      return answers[min(number, answers.count) - 1]
    }
    return (response, count.withLock { $0 })
  }

  @Test(
    "is done for what may be gone a moment later",
    arguments: [
      ("GET", 503, 3), ("PUT", 502, 3), ("DELETE", 504, 3), ("HEAD", 408, 3), ("QUERY", 429, 3),
      ("POST", 503, 1), ("PATCH", 503, 1), ("GET", 500, 1), ("GET", 404, 1), ("GET", 501, 1),
    ])
  func repeated(_ method: String, _ status: Int, _ expected: Int) async throws {
    let method = try #require(HTTPMethod(method))
    let (response, count) = try await run(retry(), Request(method, "/"), [Response(status)])
    #expect(response.status == status)
    #expect(count == expected)
  }

  @Test("ends with the first success, and waits twice as long each time up to a bound")
  func backOff() async throws {
    var middleware = retry(6)
    middleware.longestDelay = .seconds(3)
    let answers = [503, 503, 503, 503, 503, 200].map { Response($0) }
    let (response, count) = try await run(middleware, Request(.get, "/"), answers)
    #expect(response.status == 200 && count == 6)
    #expect(
      clock.sleeps == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(3), .seconds(3)])
  }

  @Test(
    "waits as long as the server asks for",
    arguments: [
      ("7", nil, .seconds(7)), ("0", nil, .zero),
      ("Sun, 06 Nov 1994 08:49:47 GMT", nil, .seconds(10)),
      ("Sunday, 06-Nov-94 08:49:47 GMT", nil, .seconds(10)),
      ("Sun Nov  6 08:49:47 1994", nil, .seconds(10)),
      ("Sun, 06 Nov 1994 08:00:00 GMT", nil, .zero),
      ("Sun, 06 Nov 2033 08:49:47 GMT", "Sun, 06 Nov 2033 08:49:42 GMT", .seconds(5)),
      ("soon", nil, .milliseconds(500)), ("-3", nil, .milliseconds(500)), ("21", nil, nil),
      ("Sun, 06 Nov 2033 08:49:47 GMT", nil, nil),
      ("99999999999999999999", nil, .milliseconds(500)),
    ] as [(String, String?, Duration?)])
  func retryAfter(_ text: String, _ date: String?, _ expected: Duration?) async throws {
    var response = Response(429, headers: ["Retry-After": text])
    response.headers["Date"] = date
    let (last, count) = try await run(retry(2), Request(.get, "/"), [response, Response(200)])
    #expect(clock.sleeps == [expected].compactMap(\.self))
    #expect(last.status == (expected == nil ? 429 : 200))
    #expect(count == (expected == nil ? 1 : 2))
  }

  @Test("a body that can't be sent twice is not, and a method that the owner knows better is")
  func bodies() async throws {
    var request = Request(.put, "/", body: Body(stream: Chunks(chunks: [[1]])))
    #expect(try await run(retry(), request, [Response(503)]).1 == 1)
    request = Request(.post, "/", headers: ["Idempotency-Key": "1"], body: Body([1]))
    var middleware = retry()
    middleware.isRepeatable = { $0.headers["Idempotency-Key"] != nil }
    #expect(try await run(middleware, request, [Response(503)]).1 == 3)
  }

  @Test(
    "errors of transports are tried again, others are not",
    arguments: [
      (URLError(.networkConnectionLost) as any Error, 3), (RequestTimedOut(limit: .zero), 3),
      (CancellationError(), 1),
    ])
  func errors(_ error: any Error, _ expected: Int) async {
    let count = Mutex(0)
    await #expect(throws: (any Error).self) {
      try await retry().intercept(Request(.get, "/")) { _ in
        count.withLock { $0 += 1 }
        throw error
      }
    }
    #expect(count.withLock { $0 } == expected)
  }

  @Test("a token that can't be had is not asked for again")
  func noToken() async {
    let asked = Mutex(0)
    let credentials = Credentials(
      token: TokenProvider { _ in
        asked.withLock { $0 += 1 }
        throw URLError(.userAuthenticationRequired)
      })
    let client = Client(
      transport: Recorder(Response(204)), credentials: credentials, middleware: [retry()])
    await #expect(throws: ListBooks.Failure.self) { try await BooksClient(client).listBooks() }
    #expect(asked.withLock { $0 } == 1)
  }
}

@Suite("Timeouts, identifiers and logs", .timeLimit(.minutes(1)))
struct UsefulMiddlewareTests {
  @Test("what takes too long is given up and cancelled")
  func timeout() async throws {
    let isCancelled = Mutex(false)
    let middleware = TimeoutMiddleware(.seconds(5), clock: ManualClock())
    await #expect(throws: RequestTimedOut(limit: .seconds(5))) {
      try await middleware.intercept(Request(.get, "/")) { _ in
        while !Task.isCancelled { await Task.yield() }
        isCancelled.withLock { $0 = true }
        throw CancellationError()
      }
    }
    #expect(isCancelled.withLock { $0 })
  }

  @Test("what comes in time comes as it is")
  func inTime() async throws {
    let middleware = TimeoutMiddleware(.seconds(3600))
    let response = try await middleware.intercept(Request(.get, "/")) { _ in Response(204) }
    #expect(response.status == 204)
    await #expect(throws: URLError.self) {
      try await middleware.intercept(Request(.get, "/")) { _ in throw URLError(.badURL) }
    }
  }

  @Test(
    "every request has an identifier, which the response has too",
    arguments: [
      (nil, "made"), ("theirs", "theirs"), ("", "made"), ("a b", "made"),
      (String(repeating: "a", count: 129), "made"),
    ])
  func identifiers(_ sent: String?, _ expected: String) async throws {
    let middleware = RequestIDMiddleware(header: "X-Trace") { "made" }
    var request = Request(.get, "/")
    request.headers["X-Trace"] = sent
    let response = try await middleware.intercept(request) { request in
      #expect(RequestIDMiddleware.current == expected)
      return Response(200, headers: ["X-Seen": request.headers["X-Trace"] ?? ""])
    }
    #expect(response.headers["X-Seen"] == expected)
    #expect(response.headers["X-Trace"] == expected)
  }

  @Test("a request that a handler sends has the identifier of the one that it answers")
  func passedOn() async throws {
    let middleware = RequestIDMiddleware()
    var request = Request(.get, "/")
    request.headers["X-Request-ID"] = "1"
    let response = try await middleware.intercept(request) { _ in
      try await middleware.intercept(Request(.get, "/")) { request in
        Response(200, headers: ["X-Seen": request.headers["X-Request-ID"] ?? ""])
      }
    }
    #expect(response.headers["X-Seen"] == "1")
  }

  /// Keeps what is logged.
  private final class Log: Sendable {
    let entries = Mutex<[LoggingMiddleware.Entry]>([])

    var middleware: LoggingMiddleware {
      LoggingMiddleware(clock: ManualClock()) { entry in
        self.entries.withLock { $0.append(entry) }
      }
    }

    var lines: [String] { entries.withLock { $0.map(\.description) } }
    /// Everything that an entry tells.
    var dump: String {
      var text = ""
      for entry in entries.withLock({ $0 }) { Swift.dump(entry, to: &text) }
      return text
    }
  }

  @Test("a router's log has the requests and no credentials")
  func routerLog() async {
    let log = Log()
    let identifiers = RequestIDMiddleware { "7" }
    let router = Router(of: .init(), middleware: [identifiers, log.middleware])
    _ = await router.respond(to: Request(.get, "/accounts/feed?a=%201&api+key=secret&&%zz=secret"))
    _ = await router.respond(
      to: Request(
        .get, "/books",
        headers: [
          "Authorization": "Bearer secret", "X-App-Key": "secret", "Cookie": "session=secret",
          "Accept": "*/*",
        ]))
    #expect(
      log.lines == [
        "GET /accounts/feed?a=%201&api+key=hidden&&%zz=hidden: 401 in 0 ms [7]",
        "GET /books: 401 in 0 ms [7]",
      ])
    #expect(!log.dump.contains("secret"))
    #expect(log.dump.contains("*/*"))
  }

  @Test("a client's log has the address, and none of the credentials")
  func clientLog() async throws {
    let log = Log()
    let answers = Recorder(Response(204, headers: ["Set-Cookie": "session=secret"]))
    var client = Client(
      baseURL: "https://library.example", transport: answers,
      credentials: Credentials(oldKey: "secret"), middleware: [log.middleware])
    client.settings.headers = ["X-App-Key": "public", "Proxy-Authorization": "secret"]
    try await AccountsClient(client).feed()
    client.credentials = Credentials(session: "secret")
    try await AccountsClient(client).feed()
    let line = "GET https://library.example/accounts/feed: 204 in 0 ms"
    #expect(log.lines == [line, line])
    #expect(!log.dump.contains("secret"))
  }

  @Test("an error's text, which may name the whole address, is not logged")
  func errors() async {
    let log = Log()
    let request = Request(.get, "https://library.example/")
    await #expect(throws: URLError.self) {
      try await log.middleware.intercept(request) { _ in throw URLError(.cannotFindHost) }
    }
    #expect(log.lines == ["GET https://library.example/: no response (URLError) in 0 ms"])
  }
}
