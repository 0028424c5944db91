import Synchronization
import Testing

@testable import ApusRuntime

@Suite("Bodies other than JSON, and header fields of responses")
struct ContentTests {
  typealias Failure = ParameterTests.Failure

  private static let rules = Schema(
    .type(.object), .additionalProperties(Schema(.nothing())),
    .properties(
      Property("s", .type(.string)), Property("n", .type(.number)),
      Property("list", .type(.array), .items(Schema(.type(.string)))),
      Property(
        "inner", .type(.object),
        .properties(Property("n", .type(.integer)), Property("t", .type(.string))))))

  /// What a router read of a form.
  private func sent(_ value: JSON, _ fields: [String: ParameterStyle]) async throws -> JSON? {
    let seen = Mutex<JSON?>(nil)
    var router = Router()
    router.on(.post, "/") { request throws(Failure) in
      let value = await request.form(JSON.self, fields: fields, schema: Self.rules)
      guard let value else { throw request.rejection }
      seen.withLock { $0 = value }
      return Response(204)
    }
    var call = Client(transport: router).call(.post, "/", failure: Failure.self)
    call.form(value, fields: fields, schema: Self.rules)
    do {
      let response = try await call.send()
      #expect(response.status == 204, "\(value) \(response.response)")
      return seen.withLock { $0 }
    } catch {
      guard case .unexpected(let cause) = error, cause is InvalidRequest else { throw error }
      return nil
    }
  }

  @Test(
    "forms arrive as they were sent, or are not sent",
    arguments: [
      [:], ["list": .pipeDelimited, "inner": .deepObject], ["list": .form(explode: false)],
      ["inner": .json, "s": .form.allowingReserved],
    ] as [[String: ParameterStyle]])
  func forms(_ fields: [String: ParameterStyle]) async throws {
    var random = Random(seed: 11)
    let harmless = Array("abcxyz")
    let all = Array("ab5 .,;=&+%/?#[]{}|~\"\\äß\u{1F426}\n")
    for index in 0..<60 {
      let alphabet = index.isMultiple(of: 2) ? harmless : all
      let lengths = index.isMultiple(of: 2) ? 1...3 : 0...3
      let value = random.value(.objectOfAll, alphabet, lengths: lengths)
      let arrived = try await sent(value, fields)
      // A form can't tell an empty list from none.
      var expected = value
      if value["list"] == [] { expected["list"] = nil }
      if index.isMultiple(of: 2) || arrived != nil { #expect(arrived == expected) }
    }
  }

  @Test(
    "forms that others write",
    arguments: [
      ("s=a+b&n=1.5", #"{"s":"a b","n":1.5}"#), ("list=a", #"{"list":["a"]}"#),
      ("list=a&list=b&s=5", #"{"list":["a","b"],"s":"5"}"#), ("", "{}"), ("s", #"{"s":""}"#),
      (#"inner={"n":1,"t":"x"}"#, #"{"inner":{"n":1,"t":"x"}}"#),
    ])
  func foreignForms(_ text: String, _ expected: String) throws {
    let value = try #require(Form.value(of: text, [:], by: Self.rules))
    #expect(try value == withJSON(expected) { $0.json })
  }

  @Test(
    "the media type chooses among several",
    arguments: [
      ("application/json", 0), ("text/plain; charset=utf-8", 1), ("TEXT/html", 2),
      ("image/png", 3), (nil, 0),
    ] as [(String?, Int?)])
  func choice(_ type: String?, _ expected: Int?) async throws {
    let lists: [[MediaType]] = [["application/json"], ["text/plain"], ["text/*"], ["*/*"]]
    if let type { #expect(MediaType(type)?.place(among: lists) == expected) }
    let seen = Mutex<Int?>(nil)
    var router = Router()
    router.on(.post, "/") { request throws(Failure) in
      let place = request.content(among: lists[0], lists[1], lists[2], lists[3])
      seen.withLock { $0 = place }
      return Response(204)
    }
    var request = Request(.post, "/", body: Body("x"))
    request.headers[.contentType] = type
    #expect(await router.respond(to: request).status == 204)
    #expect(seen.withLock { $0 } == expected)
  }

  @Test("what no media type fits is answered with 415, all of them named")
  func unsupported() async {
    var router = Router()
    router.on(.post, "/") { request throws(Failure) in
      guard request.content(among: ["application/json"], ["text/*"]) != nil else {
        throw request.rejection
      }
      return Response(204)
    }
    let headers: HeaderFields = ["Content-Type": "image/png"]
    let response = await router.respond(to: Request(.post, "/", headers: headers, body: Body("x")))
    #expect(response.status == 415)
    #expect(response.headers[.accept] == "application/json, text/*")
  }

  @Test("text and bytes arrive as they are, with what they are")
  func textAndBytes() async throws {
    var router = Router()
    router.on(.post, "/text") { request throws(Failure) in
      let text = await request.text(mediaTypes: ["text/plain"])
      guard let text else { throw request.rejection }
      return Response(200, text: text, mediaType: "text/plain")
    }
    router.on(.post, "/bytes") { request throws(Failure) in
      let body = request.bytes(mediaTypes: ["image/*"])
      guard let body else { throw request.rejection }
      return Response(200, body: body, mediaType: "image/*")
    }
    let client = Client(transport: router)
    var call = client.call(.post, "/text", accept: "text/plain", failure: Failure.self)
    call.text("grün\u{0}", mediaType: "text/plain")
    var response = try await call.send()
    #expect(try response.text() == "grün\u{0}")
    #expect(response.response.headers[.contentType] == "text/plain; charset=utf-8")

    call = client.call(.post, "/bytes", failure: Failure.self)
    var body = Body(stream: Chunks(chunks: [[1, 2], [], [255]]))
    body.contentType = "image/png"
    call.bytes(body, mediaType: "image/*")
    response = try await call.send(streaming: "image/*")
    #expect(response.body.contentType == "image/png")
    #expect(response.body.bytes == nil, "it is not gathered")
    #expect(try await response.body.collect(upTo: 3) == [1, 2, 255])
  }

  @Test("text that is not UTF-8 is bad input")
  func notText() async {
    var router = Router()
    router.on(.post, "/") { request throws(Failure) in
      let text = await request.text(mediaTypes: ["text/plain"])
      guard text != nil else { throw request.rejection }
      return Response(204)
    }
    let response = await router.respond(to: Request(.post, "/", body: Body([0xFF])))
    #expect(response.status == 400)
  }

  @Test("only successes are streamed, and JSON only by its name")
  func streaming() async throws {
    struct Answer: Transport {
      let response: Response
      func send(_ request: Request) async throws -> Response { response }
    }
    let chunks = Body(stream: Chunks(chunks: [[123, 125]]))
    let cases: [(Int, String, Bool)] = [
      (200, "image/png", true), (200, "application/json", false), (404, "image/png", false),
      (200, "text/plain", false), (200, "application/a+json", false), (200, "text/csv", true),
    ]
    for (status, type, isStreamed) in cases {
      let response = Response(status, headers: ["Content-Type": type], body: chunks)
      let call = Client(transport: Answer(response: response))
        .call(.get, "/", accept: "text/*, text/csv, application/a+json, */*", failure: Failure.self)
      let answer = try await call.send(streaming: "*/*", "text/csv")
      #expect((answer.body.bytes == nil) == isStreamed, "\(type)")
    }
  }

  @Test("header fields of responses arrive as they were sent")
  func headers() throws {
    var response = Response(204)
    response.setHeader("X-Number", 5)
    response.setHeader("X-List", ["a", "b"])
    response.setHeader("X-JSON", ["a": [1, 2]] as JSON, style: .json)
    response.setHeader("X-None", Int?.none)
    response.setHeader("X-Text", "x")
    #expect(response.headers["X-List"] == "a,b")
    let reader = ResponseReader<Failure>(response)
    #expect(try reader.header("X-Number") == 5)
    #expect(try reader.header("X-List") == ["a", "b"])
    #expect(try reader.header("X-JSON", style: .json) == ["a": [1, 2]] as JSON)
    #expect(try reader.headerIfPresent("X-None", as: Int.self) == nil)
    #expect(try reader.headerIfPresent("X-Text", as: Int.self) == nil)
    #expect(throws: Failure.self) { try reader.header("X-Text", as: Int.self) }
  }

  @Test(
    "a response whose header field would be read as another value is a 500",
    arguments: [
      (["a,b"], .simple), ([" a"], .simple), (["a", ""], .simple), ("a\r\nX-Other: b", .simple),
      (["a,b": "c"], .simple), (["a=b": "c"], .simple(explode: true)), ([["a", "b"]], .simple),
    ] as [(JSON, ParameterStyle)])
  func unclearHeader(_ value: JSON, _ style: ParameterStyle) async throws {
    let reported = Mutex<[String]>([])
    var router = Router()
    router.settings.report = { error, _ in reported.withLock { $0.append("\(error)") } }
    router.on(.get, "/") { (_: inout RequestReader<Failure>) throws(Failure) in
      var response = Response(200)
      response.setHeader("X-Value", value, style: style)
      return response
    }
    let response = await router.respond(to: Request(.get, "/"))
    #expect(response.status == 500)
    #expect(response.headers["X-Value"] == nil)
    #expect(reported.withLock { $0.first }?.contains("header field X-Value") == true)
  }
}
