import ApusRuntime
import CancelRuns
import Foundation
import Synchronization
import Testing

@Suite("The client, over a router in the same process")
struct ClientTests {
  private typealias Failure = CancelRunsPost.Failure

  private func api(_ service: RunsService, baseURL: String = "") -> ThreadRunsClient {
    ThreadRunsClient(Client(baseURL: baseURL, transport: Router(serving: service)))
  }

  /// A client whose server always answers the same.
  private func api(
    answer response: Response, settings: ClientSettings = ClientSettings()
  ) -> ThreadRunsClient {
    let transport = Answer { _ in response }
    return ThreadRunsClient(Client(transport: transport, settings: settings))
  }

  private struct Answer: Transport {
    let answer: @Sendable (Request) async throws -> Response

    func send(_ request: Request) async throws -> Response { try await answer(request) }
  }

  @Test("sends what it is given, and the default where it is not", arguments: ["", "http://h:80/"])
  func sends(_ baseURL: String) async throws {
    let service = RunsService()
    let api = api(service, baseURL: baseURL)
    try await api.cancelRunsPost(.status(.init(status: .pending)))
    let ids = RunsCancel.WithThreadIDAndRunIDs(threadID: UUID(), runIDs: [UUID(), UUID()])
    try await api.cancelRunsPost(.threadIDAndRunIDs(ids), action: .rollback)
    #expect(
      service.calls == [
        .init(body: .status(.init(status: .pending)), action: .interrupt),
        .init(body: .threadIDAndRunIDs(ids), action: .rollback),
      ])
  }

  @Test("the request on the wire")
  func wire() async throws {
    let seen = Mutex<Request?>(nil)
    let transport = Answer { request in
      seen.withLock { $0 = request }
      return Response(204)
    }
    var settings = ClientSettings()
    settings.headers = ["X-API-Key": "k", "accept": "*/*"]
    let client = Client(baseURL: "https://h/v1/", transport: transport, settings: settings)
    try await ThreadRunsClient(client).cancelRunsPost(.status(.init(status: .all)))
    let request = try #require(seen.withLock { $0 })
    #expect(request.method == .post)
    #expect(request.origin == "https://h")
    #expect(request.target == "/v1/runs/cancel?action=interrupt")
    #expect(
      request.headers == [
        "Accept": "application/json", "Content-Type": "application/json", "X-API-Key": "k",
      ])
    #expect(request.body.text == #"{"status":"all"}"#)
  }

  @Test("the handler's failures arrive as what they are")
  func documentedFailures() async {
    let notFound = RunsService { () throws(CancelRunsPost.Failure) in
      throw .notFound(ErrorResponse(detail: "No runs"))
    }
    await #expect {
      try await api(notFound).cancelRunsPost(.status(.init(status: .all)))
    } throws: { error in
      guard case Failure.notFound(let value) = error else { return false }
      return value.detail == "No runs"
    }
  }

  @Test("a handler's unexpected error is a 500 that says nothing, and is reported")
  func unexpected() async throws {
    struct Secret: Error {}
    let service = RunsService { () throws(CancelRunsPost.Failure) in
      try await CancelRunsPost.Failure.wrapping { throw Secret() }
    }
    let reported = Mutex<[String]>([])
    var settings = RouterSettings()
    settings.report = { error, request in
      reported.withLock { $0.append("\(type(of: error)) \(request.path)") }
    }
    let client = Client(transport: Router(serving: service, settings: settings))
    await #expect {
      try await ThreadRunsClient(client).cancelRunsPost(.status(.init(status: .all)))
    } throws: { error in
      guard case Failure.undocumented(let response) = error else { return false }
      return response.status == 500 && response.body.text?.contains("Secret") == false
    }
    #expect(reported.withLock { $0 } == ["Secret /runs/cancel"])
  }

  @Test("a request that breaks the rules is not sent")
  func invalidRequest() async {
    let service = RunsService()
    let both = RunsCancel.WithStatus(status: .all, threadID: UUID(), runIDs: [])
    await #expect {
      try await api(service).cancelRunsPost(.status(both))
    } throws: { error in
      guard case Failure.unexpected(let cause as InvalidRequest) = error else { return false }
      return cause.problems.map(\.part) == [.body] && cause.description.contains("exactly one of 2")
    }
    #expect(service.calls.isEmpty)
  }

  @Test(
    "what the document does not describe is still reachable",
    arguments: [
      (200, #"{"detail":"x"}"#), (404, "<html>"), (404, #"{"detail":1}"#), (422, ""), (500, "no"),
      (302, ""),
    ])
  func undocumented(_ status: Int, _ text: String) async {
    let response = Response(status, headers: ["X-A": "1"], body: Body(text))
    await #expect {
      try await api(answer: response).cancelRunsPost(.status(.init(status: .all)))
    } throws: { error in
      guard case Failure.undocumented(let response) = error else { return false }
      return response.status == status && response.body.text == text
        && response.headers["x-a"] == "1"
    }
  }

  @Test("a header field that breaks a rule is reported, and a failure where it is to be one")
  func brokenHeader() throws {
    let reported = Mutex<[String]>([])
    var settings = ClientSettings()
    settings.report = { violations, _ in reported.withLock { $0 += violations.map(\.expected) } }
    let response = Response(200, headers: ["X-Count": "9", "X-Name": "n"])
    let schema = Schema(.type(.integer), .maximum(5))
    let reader = ResponseReader<Failure>(response, settings: settings)
    let count: Int = try reader.header("X-Count", schema: schema)
    #expect(count == 9)
    let name: Int? = try reader.headerIfPresent("X-Name", schema: schema)
    #expect(name == nil)
    #expect(reported.withLock { $0 } == ["a number of at most 5", "an integer"])
    settings.failsOnViolations = true
    let strict = ResponseReader<Failure>(response, settings: settings)
    for name in ["X-Count", "X-Name"] as [HeaderName] {
      #expect(throws: Failure.self) {
        try strict.headerIfPresent(name, as: Int.self, schema: schema)
      }
    }
  }

  @Test("a body beyond the limit is cut off")
  func truncated() async {
    var settings = ClientSettings()
    settings.bodyLimit = 3
    let body = Body(stream: Chunks(chunks: [[97, 98], [99, 100]]))
    let response = Response(500, body: body)
    await #expect {
      try await api(answer: response, settings: settings)
        .cancelRunsPost(.status(.init(status: .all)))
    } throws: { error in
      guard case Failure.undocumented(let response) = error else { return false }
      return response.body.text == "abc" && response.body.isTruncated
    }
  }

  @Test(
    "a base URL that can't be used",
    arguments: ["x", "http://", "http://h?a", "http://h#a", "http://h h", "http://ä", "h:80/a b"])
  func badBaseURL(_ baseURL: String) async {
    await #expect {
      try await api(RunsService(), baseURL: baseURL)
        .cancelRunsPost(.status(.init(status: .all)))
    } throws: { error in
      guard case Failure.unexpected(let cause) = error else { return false }
      return cause is InvalidBaseURL
    }
  }

  @Test("a transport's error arrives as it is, and a cancelled task sends nothing")
  func transportErrors() async {
    struct Broken: Error {}
    let transport = Answer { _ in throw Broken() }
    let broken = ThreadRunsClient(Client(transport: transport))
    await #expect {
      try await broken.cancelRunsPost(.status(.init(status: .all)))
    } throws: { error in
      guard case Failure.unexpected(let cause) = error else { return false }
      return cause is Broken
    }
    let service = RunsService()
    let api = api(service)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await api.cancelRunsPost(.status(.init(status: .all)))
    }
    await #expect {
      try await task.value
    } throws: { error in
      guard case Failure.unexpected(let cause) = error else { return false }
      return cause is CancellationError
    }
    #expect(service.calls.isEmpty)
  }

  @Test("a proxy passes failures on as they came")
  func proxy() async {
    let behind = Response(418, headers: ["X-A": "1"], body: Body("teapot"))
    let upstream = api(answer: behind)
    let service = RunsService { () throws(CancelRunsPost.Failure) in
      try await upstream.cancelRunsPost(.status(.init(status: .all)))
    }
    await #expect {
      try await api(service).cancelRunsPost(.status(.init(status: .all)))
    } throws: { error in
      guard case Failure.undocumented(let response) = error else { return false }
      return response.status == 418 && response.body.text == "teapot"
    }
  }

  @Test("reading is lenient: violations are reported, and fail only where that is wanted")
  func lenience() throws {
    let reported = Mutex<[String]>([])
    var settings = ClientSettings()
    settings.report = { violations, response in
      reported.withLock { $0 += violations.map { "\(response.status) \($0.instance)" } }
    }
    let response = Response(200, body: Body(#"{"name":"too long"}"#))
    let reader = ResponseReader<Failure>(response, settings: settings)
    #expect(try reader.json(Tag.self).name == "too long")
    #expect(reported.withLock { $0 } == ["200 /name"])

    settings.failsOnViolations = true
    let strict = ResponseReader<Failure>(response, settings: settings)
    #expect {
      try strict.json(Tag.self)
    } throws: { error in
      guard case Failure.unexpected(let cause as InvalidResponse) = error else { return false }
      return cause.violations.count == 1 && cause.response.status == 200
    }
  }
}

/// A value that can break its rules and still be read.
private struct Tag: JSONObject {
  var name: String

  static let schema = Schema(.properties(Property("name", .maxLength(3))))

  init(from object: inout JSONObjectReader) throws {
    name = try object.required("name")
  }

  func write(to object: inout JSONObjectWriter) {
    object.write("name", name)
  }
}
