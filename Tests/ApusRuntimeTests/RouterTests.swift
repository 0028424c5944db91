import ApusRuntime
import CancelRuns
import Foundation
import Synchronization
import Testing

@Suite("The router, as the document of Cancel Runs has it")
struct RouterTests {
  struct Exchange: CustomTestStringConvertible, Sendable {
    var method = HTTPMethod.post
    var target = "/runs/cancel"
    var headers: HeaderFields = ["Content-Type": "application/json"]
    var body = #"{"status":"pending"}"#
    var status: Int
    var says: [String] = []

    var testDescription: String { "\(method) \(target) \(body) → \(status)" }
  }

  @Test(
    "answers",
    arguments: [
      Exchange(status: 204),
      Exchange(target: "/runs/cancel?action=rollback", status: 204),
      Exchange(target: "/runs/cancel?other=1&action=interrupt&x", status: 204),
      Exchange(target: "/runs/cancel?%61ction=%72ollback", status: 204),
      Exchange(target: "/runs/%63ancel", status: 204),
      Exchange(target: "https://example.com/runs/cancel#top", status: 204),
      Exchange(headers: ["content-type": "Application/JSON; charset=utf-8"], status: 204),
      Exchange(headers: [:], status: 204),
      Exchange(headers: ["X-Other": "1", "content-type": "application/json"], status: 204),
      Exchange(body: #"{"status":"all","more":[1]}"#, status: 204),
      Exchange(
        body: #"{"thread_id":"00000000-0000-4000-8000-000000000000","run_ids":[]}"#, status: 204),
    ])
  func accepts(_ exchange: Exchange) async {
    await expect(exchange)
  }

  @Test(
    "answers bad input in the operation's own words",
    arguments: [
      Exchange(body: "{}", status: 422, says: ["body: expected exactly one of 2", "thread_id"]),
      Exchange(body: #"{"status":"odd"}"#, status: 422, says: ["body, at /status", "pending"]),
      Exchange(body: "[]", status: 422, says: ["body: expected an object"]),
      Exchange(body: "", status: 422, says: ["body: expected a value, found none"]),
      Exchange(body: "{", status: 422, says: ["body: expected JSON text"]),
      Exchange(body: #"{"status":"all"} x"#, status: 422, says: ["body: expected JSON text"]),
      Exchange(
        target: "/runs/cancel?action=explode", status: 422,
        says: ["query parameter “action”", #""interrupt""#, #""explode""#]),
      Exchange(target: "/runs/cancel?action=", status: 422, says: [#"found """#]),
      Exchange(target: "/runs/cancel?action", status: 422, says: [#"found """#]),
      Exchange(
        target: "/runs/cancel?action=interrupt&action=rollback", status: 422,
        says: ["“action”: expected one value, found 2"]),
      Exchange(
        target: "/runs/cancel?action=%zz", status: 422,
        says: [#"“action”: expected percent-encoded UTF-8, found "%zz""#]),
      Exchange(target: "/runs/cancel?action=%ff", status: 422, says: ["percent-encoded"]),
      Exchange(target: "/runs/cancel?action=roll+back", status: 422, says: [#""roll back""#]),
      Exchange(
        target: "/runs/cancel?action=1", body: #"{"status":1,"run_ids":[2]}"#, status: 422,
        says: ["“action”", "at /status", "at /run_ids/0"]),
    ])
  func rejects(_ exchange: Exchange) async throws {
    let response = await expect(exchange)
    #expect(response.headers[.contentType] == "application/json")
    let text = try #require(response.body.text)
    #expect(text.hasPrefix(#"{"detail":"#))
    #expect(!text.contains("cancel-runs.yaml"))
  }

  @Test(
    "answers by itself where no operation is concerned",
    arguments: [
      Exchange(target: "/", status: 404), Exchange(target: "/runs", status: 404),
      Exchange(target: "/runs/cancel/", status: 404),
      Exchange(target: "/runs//cancel", status: 404),
      Exchange(target: "//runs/cancel", status: 404),
      Exchange(target: "/runs%2Fcancel", status: 404),
      Exchange(target: "/%zz/cancel", status: 404), Exchange(target: "*", status: 404),
      Exchange(target: "", status: 404),
      Exchange(headers: ["Content-Type": "text/plain"], status: 415),
      Exchange(headers: ["Content-Type": "application/x-www-form-urlencoded"], status: 415),
      Exchange(headers: ["Content-Type": "json"], status: 415),
      Exchange(headers: ["Content-Type": "application/json/x"], status: 415),
      Exchange(headers: ["Content-Length": "1048577"], status: 413),
    ])
  func refuses(_ exchange: Exchange) async {
    let response = await expect(exchange)
    #expect(response.headers[.contentType] == "application/problem+json")
    #expect(response.headers[.accept] == (exchange.status == 415 ? "application/json" : nil))
  }

  @Test("another method is answered with 405", arguments: ["GET", "PUT", "OPTIONS", "post", "X-Y"])
  func refusesMethod(_ name: String) async throws {
    let method = try #require(HTTPMethod(name))
    let response = await expect(Exchange(method: method, status: 405))
    #expect(response.headers[.allow] == "POST")
    #expect(response.body.text?.contains("405") == true)
  }

  @Test("however much is wrong, the answer is short")
  func manyViolations() async throws {
    let text = #"{"status":"all","run_ids":["# + String(repeating: "1,", count: 100_000) + "1]}"
    let response = await expect(Exchange(body: text, status: 422, says: ["/run_ids/15", "more"]))
    #expect(try #require(response.body.length) < 2_000)
    let violations = RunsCancel.schema.violations(in: Array(text.utf8))
    #expect(violations.count == 1_001)
    #expect(violations.last?.found == "more")
  }

  @Test("HEAD gets the same header and no body")
  func head() async {
    let response = await expect(Exchange(method: .head, status: 405))
    #expect(response.headers[.allow] == "POST")
    #expect(response.body.length == 0)
  }

  @Test("204 has neither body nor header fields of one")
  func noContent() async {
    let response = await expect(Exchange(status: 204))
    #expect(response.body.length == 0)
    #expect(response.headers.isEmpty)
  }

  @Test("a body is never kept beyond the limit", arguments: [19, 20])
  func limit(_ limit: Int) async {
    var settings = RouterSettings()
    settings.bodyLimit = limit
    let router = Router(serving: RunsService(), settings: settings)
    let text = Array(#"{"status":"pending"}"#.utf8)
    let chunks = Chunks(chunks: [Array(text.prefix(15)), [], Array(text.dropFirst(15))])
    for length in [nil, 20] {
      let request = Request(.post, "/runs/cancel", body: Body(stream: chunks, length: length))
      let response = await router.respond(to: request)
      #expect(response.status == (limit == 20 ? 204 : 413))
    }
  }

  @Test("responses are checked where that is wanted", arguments: [false, true])
  func checksResponses(_ isWanted: Bool) async {
    let reported = Mutex<[String]>([])
    var settings = RouterSettings()
    settings.checksResponses = isWanted
    settings.report = { error, _ in reported.withLock { $0.append("\(type(of: error))") } }
    let service = RunsService { () throws(CancelRunsPost.Failure) in
      throw .undocumented(Response(201, json: RunsCancel.status(.init(status: .all, runIDs: []))))
    }
    let broken = RunsService { () throws(CancelRunsPost.Failure) in
      let both = RunsCancel.WithStatus(status: .all, threadID: UUID(), runIDs: [])
      throw .undocumented(Response(201, json: RunsCancel.status(both)))
    }
    let request = Request(.post, "/runs/cancel", body: Body(#"{"status":"all"}"#))
    let good = await Router(serving: service, settings: settings).respond(to: request)
    #expect(good.status == 201)
    let bad = await Router(serving: broken, settings: settings).respond(to: request)
    #expect(bad.status == (isWanted ? 500 : 201))
    #expect(reported.withLock { $0 } == (isWanted ? ["InvalidValue"] : []))
  }

  @discardableResult
  private func expect(
    _ exchange: Exchange, sourceLocation: SourceLocation = #_sourceLocation
  ) async -> Response {
    let service = RunsService()
    let request = Request(
      exchange.method, exchange.target, headers: exchange.headers, body: Body(exchange.body))
    let response = await Router(serving: service).respond(to: request)
    #expect(response.status == exchange.status, sourceLocation: sourceLocation)
    #expect(service.calls.count == (exchange.status == 204 ? 1 : 0), sourceLocation: sourceLocation)
    for words in exchange.says {
      let text = response.body.bytes.flatMap { try? withJSON($0) { $0.json["detail"]?.string } }
      #expect(text?.contains(words) == true, "\(text ?? "")", sourceLocation: sourceLocation)
    }
    return response
  }
}
