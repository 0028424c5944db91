import ApusRuntime
import EngineAPI
import Testing

@Suite("Messages, over every engine", .timeLimit(.minutes(1)))
struct MessageTests {
  private static var router: Router {
    var router = Router()
    router.settings.bodyLimit = 1 << 16
    router.serve(EchoingMessages())
    return router
  }

  @Test("JSON, with values in the path, the query and the header", arguments: Engines.all)
  func json(_ engines: Engines) async throws {
    try await engines.serve(Self.router) { client in
      let api = MessagesClient(client)
      let answer = try await api.exchangeJSON(
        Note(text: "ü\n", number: 1), name: "a/b ?%", words: ["c&d", "=+"], xTag: "t, u")
      #expect(answer.body == Note(text: "a/b ?%|c&d|=+|ü\n", number: 1))
      #expect(answer.xTag == "t, u")
    }
  }

  @Test("A failure that the document has", arguments: Engines.all)
  func documentedFailure(_ engines: Engines) async throws {
    try await engines.serve(Self.router) { client in
      await #expect {
        _ = try await MessagesClient(client).exchangeJSON(Note(text: "x"), name: "missing")
      } throws: { error in
        guard case ExchangeJSON.Failure.notFound(Note(text: "x", number: nil)) = error else {
          return false
        }
        return true
      }
    }
  }

  @Test("A form, a text, and nothing at all", arguments: Engines.all)
  func kinds(_ engines: Engines) async throws {
    try await engines.serve(Self.router) { client in
      let api = MessagesClient(client)
      #expect(try await api.exchangeForm(Note(text: "a&b ü", number: 2)).text == "a&b ü")
      #expect(try await api.exchangeText("") == "")
      #expect(try await api.exchangeText("ü\r\n") == "ü\r\n")
      for _ in 0..<3 { try await api.exchangeNothing() }
    }
  }

  @Test(
    "A message of several parts, with a file that is longer than what is kept of it",
    arguments: Engines.all)
  func parts(_ engines: Engines) async throws {
    try await engines.serve(Self.router) { client in
      let file = FilePart([UInt8](repeating: 7, count: 3_000_000))
      let note = try await MessagesClient(client).exchangeParts(
        .init(note: Note(text: "n"), file: file))
      #expect(note == Note(text: "n", number: 3_000_000))
    }
  }

  @Test(
    "A body over the limit is answered with 413, and the next request as ever",
    arguments: Engines.all)
  func limit(_ engines: Engines) async throws {
    try await engines.serve(Self.router) { client in
      let long = [UInt8](repeating: 0x20, count: 1 << 18)
      let chunks = Body(stream: Producer(64, of: 1 << 16).body)
      for body in [Body(long), chunks] {
        let response = try await client.transport.send(
          Request(
            .post, client.baseURL + "/json/a", headers: [.contentType: "application/json"],
            body: body))
        #expect(response.status == 413)
        #expect(response.headers[.contentType] == "application/problem+json")
        #expect(try await response.body.collect(upTo: 1000).count > 2)
      }
      #expect(try await MessagesClient(client).exchangeText("a") == "a")
    }
  }

  @Test(
    "Errors that no operation has are problem details",
    arguments: Engines.all,
    [("GET", "/nowhere", 404), ("GET", "/text", 405), ("POST", "/text", 415)])
  func problems(_ engines: Engines, _ problem: (method: String, path: String, status: Int))
    async throws
  {
    try await engines.serve(Self.router) { client in
      let method = try #require(HTTPMethod(problem.method))
      let isPost = method == .post
      let request = Request(
        method, client.baseURL + problem.path,
        headers: isPost ? [.contentType: "image/png"] : [:], body: isPost ? Body("x") : .empty)
      let response = try await client.transport.send(request)
      #expect(response.status == problem.status)
      #expect(response.headers[.contentType] == "application/problem+json")
      #expect(response.headers[.allow] == (problem.status == 405 ? "POST" : nil))
      let text = try await response.body.collect(upTo: 1000)
      let details = try JSON(json: text)
      guard case .object(let members) = details else {
        Issue.record("not an object: \(details)")
        return
      }
      #expect(members["status"] == .number(JSONNumber(problem.status)))
    }
  }

  @Test("HEAD has the header of GET, and no bytes", arguments: Engines.all)
  func head(_ engines: Engines) async throws {
    var router = Self.router
    router.serve(Streams(bytes: { Body([1, 2, 3]) }))
    try await engines.serve(router) { client in
      for _ in 0..<2 {
        let response = try await client.transport.send(Request(.head, client.baseURL + "/bytes"))
        #expect(response.status == 200)
        #expect(response.headers[.contentLength] == "3")
        #expect(try await response.body.collect(upTo: 10).isEmpty)
      }
      #expect(try await StreamsClient(client).sendBytes().collect(upTo: 3) == [1, 2, 3])
    }
  }

  @Test("Of a stream, HEAD makes nothing", arguments: Engines.all)
  func headOfStream(_ engines: Engines) async throws {
    let producer = Producer(3, of: 3)
    var router = Router()
    router.serve(Streams(bytes: { producer.body }))
    try await engines.serve(router) { client in
      for _ in 0..<2 {
        let response = try await client.transport.send(Request(.head, client.baseURL + "/bytes"))
        #expect(try await response.body.collect(upTo: 10).isEmpty)
      }
      #expect(producer.made == 0)
      #expect(try await StreamsClient(client).sendBytes().collect(upTo: 9).count == 9)
    }
  }
}
