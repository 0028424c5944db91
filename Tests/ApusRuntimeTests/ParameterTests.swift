import CancelRuns
import Foundation
import Synchronization
import Testing

@testable import ApusRuntime

@Suite("Parameters, written by the client and read by the server")
struct ParameterTests {
  /// Fails as operations do that document no failure.
  enum Failure: OperationFailure {
    case undocumented(Response)
    case unexpected(any Error)

    init(reading response: ResponseReader<Self>) {
      self = .undocumented(response.response)
    }

    var response: Response {
      switch self {
      case .undocumented(let response): response
      case .unexpected(let error): .unexpected(error)
      }
    }
  }

  /// Sends a value in all places, and gives what the server read there.
  private func echo<Value: JSONCodable>(
    _ value: Value, style: ParameterStyle = .form
  ) async throws -> [Value] {
    let seen = Mutex<[Value]>([])
    var router = Router()
    router.on(.get, "/{a}/x{b}") { request throws(Failure) in
      let path = request.path("a", as: Value.self)
      let query = request.query("q q", as: Value.self, style: style)
      let header = request.header("X-H", as: Value.self)
      let cookie = request.cookie("c", as: Value.self)
      let other = request.path("b", as: Int.self)
      guard let path, let query, let header, let cookie, other == 7 else { throw request.rejection }
      seen.withLock { $0 = [path, query, header, cookie] }
      return Response(204)
    }
    var call = Client(transport: router).call(.get, "/{a}/x{b}", failure: Failure.self)
    call.path("a", value)
    call.path("b", 7)
    call.query("q q", value, style: style)
    call.header("X-H", value)
    call.cookie("c", value)
    let response = try await call.send()
    #expect(response.status == 204, "\(response.response)")
    return seen.withLock { $0 }
  }

  @Test(
    "text arrives as it was, whatever it looks like",
    arguments: [
      "a", "a b", "a/b?c=d&e#f", "ä%20", "5", "true", "null", "a+b", "100%", "a.b", "{x}",
    ])
  func text(_ text: String) async throws {
    #expect(try await echo(text) == [text, text, text, text])
  }

  @Test("numbers and truth values arrive")
  func scalars() async throws {
    #expect(try await echo(-5) == [-5, -5, -5, -5])
    #expect(try await echo(1.5e300) == [1.5e300, 1.5e300, 1.5e300, 1.5e300])
    #expect(try await echo(true) == [true, true, true, true])
    let id = UUID()
    #expect(try await echo(id) == [id, id, id, id])
    #expect(try await echo(JSONNumber(7).int64 ?? 0) == [7, 7, 7, 7])
  }

  @Test(
    "lists arrive in each style",
    arguments: [.form, .form(explode: false), .spaceDelimited, .pipeDelimited] as [ParameterStyle])
  func lists(_ style: ParameterStyle) async throws {
    let numbers = [3, 1, 2]
    #expect(try await echo(numbers, style: style) == [numbers, numbers, numbers, numbers])
    #expect(try await echo([5], style: style) == [[5], [5], [5], [5]])
    let words = ["a", "5", "ä"]
    #expect(try await echo(words, style: style) == [words, words, words, words])
  }

  @Test("what can't stand in a path is not sent", arguments: ["", ".", ".."])
  func path(_ text: String) async {
    var call = Client(transport: Router()).call(.get, "/{a}", failure: Failure.self)
    call.path("a", text)
    await #expect {
      try await call.send()
    } throws: { error in
      guard case Failure.unexpected(let cause as InvalidRequest) = error else { return false }
      return cause.problems.map(\.part) == [.path("a")]
    }
  }

  @Test("a variable that is not filled is not sent either")
  func missingVariable() async {
    let call = Client(transport: Router()).call(.get, "/{a}", failure: Failure.self)
    await #expect {
      try await call.send()
    } throws: { error in
      guard case Failure.unexpected(let cause as InvalidRequest) = error else { return false }
      return cause.description == "path parameter “a”: expected a value, found none"
    }
  }

  @Test(
    "what the server says of bad parameters, of all at once",
    arguments: [
      ("/x?n=1", ["path parameter “id”: expected an integer"]),
      ("/1", ["query parameter “n”: expected a value, found none"]),
      ("/1?n=0", ["query parameter “n”"]), ("/1?n=1.5", ["query parameter “n”"]),
      ("/1?n=05", ["query parameter “n”"]), ("/1?n=1&n=2", ["expected one value, found 2"]),
      ("/y?m=z", ["“id”", "“n”", "“m”"]), ("/%zz?n=1", ["“id”: expected percent-encoded UTF-8"]),
      ("/1?n=99999999999999999999", ["query parameter “n”"]),
    ])
  func rejects(_ target: String, _ says: [String]) async throws {
    let response = await numbers.respond(to: Request(.get, target))
    #expect(response.status == 400)
    #expect(response.headers[.contentType] == "application/problem+json")
    let text = try #require(response.body.text)
    for words in says { #expect(text.contains(words), "\(text)") }
  }

  @Test("what the server takes", arguments: ["/1?n=1", "/%31?n=%31&m=3", "/1?n=1.0", "/-1?n=1&o="])
  func accepts(_ target: String) async {
    #expect(await numbers.respond(to: Request(.get, target)).status == 204)
    #expect(await numbers.respond(to: Request(.head, target)).status == 204)
  }

  private var numbers: Router {
    var router = Router()
    let rules = Schema(.type(.integer), .enum(1, 2, 3))
    router.on(.get, "/{id}") { request throws(Failure) in
      let id = request.path("id", as: Int.self)
      let limit = request.query("n", as: Int.self, schema: rules)
      let most = request.queryIfPresent("m", as: Int.self)
      let action = request.header("X-Action", default: CancelRunsPost.Action.interrupt)
      guard id != nil, limit != nil, most != nil, action != nil else { throw request.rejection }
      return Response(204)
    }
    return router
  }
}
