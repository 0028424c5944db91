import Messages
import Testing

@testable import ApusRuntime

@Suite("What is answered, by what a client takes")
struct NegotiationTests {
  @Test(
    "how welcome a media type is",
    arguments: [
      ([], "a/b", 1), (["a/b"], "a/b", 1), (["a/b"], "a/c", 0), (["*/*"], "a/b", 1),
      (["a/*;q=0.5"], "a/b", 0.5), (["a/*;q=0.5"], "b/b", 0), (["A/B; Q=0.25"], "a/b", 0.25),
      (["*/*;q=1, a/*;q=0.5, a/b;q=0"], "a/b", 0), (["a/b;q=0, */*"], "a/c", 1),
      (["a/b;x=\"1\";q=0.1"], "a/b", 0.1), (["a/b", "c/d;q=0.3"], "c/d", 0.3),
      (["nonsense"], "a/b", 1), (["a/b;q=2"], "a/b", 1), (["a/b;q=x, c/d"], "a/b", 0),
      ([""], "a/b", 1), (["a/b"], "a/*", 1), (["c/b"], "a/*", 0), (["*/*;q=0.2"], "a/*", 0.2),
    ] as [([String], MediaType, Double)])
  func quality(_ fields: [String], _ type: MediaType, _ quality: Double) {
    var headers = HeaderFields()
    for field in fields { headers.append(.accept, field) }
    #expect(Accept(headers).quality(of: type) == quality)
  }

  private func answer(
    _ accept: String?, _ service: MessagesService = MessagesService(), _ method: HTTPMethod = .get
  ) async -> Response {
    var request = Request(method, "/report")
    request.headers[.accept] = accept
    return await Router(serving: service).respond(to: request)
  }

  @Test(
    "the answer is in the most welcome type that means the same",
    arguments: [
      (nil, 200, "application/json"), ("*/*", 200, "application/json"),
      ("application/hal+json", 200, "application/hal+json"),
      ("application/json;q=0.1, application/hal+json", 200, "application/hal+json"),
      ("application/*", 200, "application/json"), ("text/html", 406, "application/problem+json"),
      ("text/html, */*;q=0", 406, "application/problem+json"),
      ("application/hal+json, text/html", 200, "application/hal+json"),
    ])
  func negotiated(_ accept: String?, _ status: Int, _ type: String) async {
    let kept = Kept<Void>()
    let response = await answer(
      accept,
      MessagesService(report: {
        kept.keep(())
        return .json(Meta(author: "a"))
      }))
    #expect(response.status == status)
    #expect(response.headers[.contentType] == type)
    #expect(response.headers[.vary] == (status == 200 ? "Accept" : nil))
    #expect(kept.all.count == (status == 200 ? 1 : 0))
  }

  @Test("a handler can ask what is welcome")
  func handler() async {
    let service = MessagesService(report: {
      Accept.current.preferred(of: "application/json", "text/csv") == "text/csv"
        ? .text("a,b") : .json(Meta(author: "a"))
    })
    #expect(await answer("text/*, */*;q=0.1", service).body.text == "a,b")
    #expect(await answer(nil, service).headers[.contentType] == "application/json")
    #expect(Accept.current == Accept())
  }

  @Test("an answer that may be without content is not refused, nor is a failure")
  func withoutContent() async {
    #expect(await answer("text/html", MessagesService(), .delete).status == 204)
    let failing = MessagesService(report: {
      throw GetReport.Failure.other(status: 418, Meta(author: "a"))
    })
    let response = await answer("text/csv", failing)
    #expect(response.status == 418)
    #expect(response.headers[.contentType] == "application/json")
  }

  @Test("HEAD is answered as GET is")
  func head() async {
    #expect(await answer("text/html", MessagesService(), .head).status == 406)
    let response = await answer("application/hal+json", MessagesService(), .head)
    #expect(response.headers[.contentType] == "application/hal+json")
  }
}

@Suite("Where operations are served")
struct OperationServerTests {
  @Test(
    "an operation's server takes the place of the client's",
    arguments: [
      (
        "https://eu.example.com/v1",
        [
          "https://events.example.com/v2/events", "https://eu.example.com/v3/events",
          "https://eu.example.com/v1/events",
        ]
      ),
      (
        "http://localhost:1/x",
        [
          "https://events.example.com/v2/events", "http://localhost:1/v3/events",
          "http://localhost:1/x/events",
        ]
      ),
      ("", ["/events", "/events", "/events"]),
    ])
  func address(_ baseURL: String, _ expected: [String]) async throws {
    let kept = Kept<String>()
    let transport = Answering { request in
      kept.keep((request.origin ?? "") + request.target)
      return Response(204)
    }
    let api = APIClient(Client(baseURL: baseURL, transport: transport))
    _ = try? await api.getEvents()
    try await api.postEvents()
    try await api.putEvents()
    #expect(kept.all == expected)
  }

  @Test("a client of one service calls the document's first server; others can be set")
  func settings() async throws {
    let kept = Kept<String>()
    let transport = Answering { request in
      kept.keep((request.origin ?? "") + request.target)
      return Response(204)
    }
    try await APIClient(transport: transport).putEvents()
    var settings = ClientSettings()
    settings.servers = ["/v3": "http://a/b", "https://events.example.com/v2": "http://c"]
    let api = APIClient(Client(baseURL: "http://d", transport: transport, settings: settings))
    try await api.postEvents()
    _ = try? await api.getEvents()
    #expect(
      kept.all == ["https://eu.example.com/v1/events", "http://a/b/events", "http://c/events"])
  }
}
