import Synchronization
import Testing

@testable import ApusRuntime

@Suite("Streams of events and of JSON values")
struct StreamTests {
  typealias Failure = ParameterTests.Failure
  typealias Event = ServerSentEvent<String>

  private func events(_ text: String, inChunksOf size: Int) async throws -> [Event] {
    let bytes = Array(text.utf8)
    let chunks = stride(from: 0, to: bytes.count, by: size).map {
      Array(bytes[$0..<min($0 + size, bytes.count)])
    }
    let body = Body(stream: Chunks(chunks: chunks))
    let stream = ParsedBody(body: body, parser: EventParser(limit: 1_000))
    var events: [Event] = []
    for try await event in stream { events.append(event) }
    return events
  }

  @Test(
    "events, whatever the chunks",
    arguments: [
      ("data: a\n\n", [Event(data: "a")]),
      ("data:a\r\rdata:b\r\r", [Event(data: "a"), .init(data: "b")]),
      ("data: a\r\n\r\ndata:  b\r\n\r\n", [Event(data: "a"), .init(data: " b")]),
      ("data: a\ndata\ndata: b\n\n", [Event(data: "a\n\nb")]),
      ("\u{FEFF}data: a\n\n", [Event(data: "a")]), ("data: a\n", []), ("data: a", []),
      (": comment\n\n:\ndata: a\n\n", [Event(data: "a")]),
      ("event: x\n\ndata: a\n\n", [Event(data: "a")]),
      ("event: x\ndata: a\n\ndata: b\n\n", [Event(type: "x", data: "a"), .init(data: "b")]),
      ("id: 1\ndata: a\n\ndata: b\n\n", [Event(data: "a", id: "1"), .init(data: "b", id: "1")]),
      ("id: 1\u{0}\ndata: a\n\nid\ndata: b\n\n", [Event(data: "a"), .init(data: "b")]),
      (
        "retry: 10\ndata: a\n\nretry: 1x\ndata:\n\n",
        [Event(data: "a", retry: 10), .init(data: "")]
      ),
      ("data: a\u{2028}b\u{85}c\n\n", [Event(data: "a\u{2028}b\u{85}c")]),
      ("other: a\ndata : a\n\n", []), ("data: ä\u{1F426}\n\n", [Event(data: "ä\u{1F426}")]),
    ] as [(String, [Event])], [1, 2, 3, 100])
  func reading(_ example: (text: String, events: [Event]), _ size: Int) async throws {
    #expect(try await events(example.text, inChunksOf: size) == example.events)
  }

  @Test(
    "events arrive as they were sent",
    arguments: [
      Event(data: ""), Event(data: "a\nb\n"), Event(data: " a: b"), Event(data: ":"),
      Event(type: "x y", data: "ä", id: "7", retry: 0), Event(data: "\n\n"),
    ])
  func writing(_ event: Event) async throws {
    let text = String(decoding: event.bytes, as: UTF8.self)
    #expect(try await events(text, inChunksOf: 5) == [event])
  }

  @Test("what could end a line stays inside of its field")
  func injection() async throws {
    let event = Event(type: "a\r\ndata: x", data: "1\rdata: 2\r\nid: 3", id: "4\n\ndata: 5")
    let read = try await events(String(decoding: event.bytes, as: UTF8.self), inChunksOf: 100)
    #expect(read == [Event(type: "adata: x", data: "1\ndata: 2\nid: 3", id: "4data: 5")])
  }

  @Test("an endless event is not kept", arguments: ["data: ", "data: aaaaaaaa\n"])
  func endless(_ text: String) async {
    let endless = text + String(repeating: text == "data: " ? "a" : text, count: 2_000)
    await #expect(throws: BodyTooLarge.self) { try await events(endless, inChunksOf: 50) }
  }

  @Test("JSON values in lines and sequences", arguments: [JSONStreaming.lines, .sequence])
  func values(_ streaming: JSONStreaming) async throws {
    let values: [JSON] = [1, "a\nb", [:], ["x": [true, nil]]]
    let bytes = values.flatMap { streaming.bytes(of: $0.json) }
    for size in [1, 3, 100] {
      let chunks = stride(from: 0, to: bytes.count, by: size).map {
        Array(bytes[$0..<min($0 + size, bytes.count)])
      }
      let parser = JSONStreamParser(streaming, limit: 100)
      var read: [JSON] = []
      for try await text in ParsedBody(body: Body(stream: Chunks(chunks: chunks)), parser: parser) {
        read.append(try withJSON(text) { $0.json })
      }
      #expect(read == values)
    }
  }

  @Test("lines that others write", arguments: [("1\r\n\r\n2", 2), ("", 0), ("\n \n1\n", 1)])
  func foreignLines(_ text: String, _ count: Int) async throws {
    let parser = JSONStreamParser(.lines, limit: 100)
    var read = 0
    for try await _ in ParsedBody(body: Body(text), parser: parser) { read += 1 }
    #expect(read == count)
  }

  @Test(
    "an element of a sequence that was cut off is left out, and reported",
    arguments: [
      ("\u{1E}{\"a\":1}\n\u{1E}{\"a\":\u{1E}{\"a\":3}\n", ["{\"a\":1}", "{\"a\":3}"], 1),
      ("\u{1E}1\n\u{1E}12\u{1E}3\n", ["1", "3"], 1), ("\u{1E}1\n\u{1E}tru", ["1"], 1),
      ("\u{1E}true\u{1E}null\n", ["null"], 1),
      ("\u{1E}1 \u{1E}\"a\"\u{1E}[]", ["1", "\"a\"", "[]"], 0),
      ("\u{1E}\u{1E}\n\u{1E}1\r\n", ["1"], 0), ("\u{1E}\"a", [], 1), ("\u{1E}-\n", [], 1),
    ] as [(String, [String], Int)])
  func cutElements(_ text: String, _ values: [String], _ violations: Int) async throws {
    let reported = Mutex(0)
    var settings = ClientSettings()
    settings.report = { found, _ in reported.withLock { $0 += found.count } }
    let response = Response(200, body: Body(text))
    let lenient = ResponseReader<Failure>(response, settings: settings)
    var read: [String] = []
    for try await value in lenient.values(of: JSON.self, in: .sequence) {
      read.append(value.jsonText)
    }
    #expect(read == values)
    #expect(reported.withLock { $0 } == violations)
    settings.failsOnViolations = true
    let strict = ResponseReader<Failure>(response, settings: settings)
      .values(of: JSON.self, in: .sequence)
    do {
      for try await _ in strict {}
      #expect(violations == 0)
    } catch {
      #expect(error is InvalidResponse)
      #expect(violations > 0)
    }
  }

  @Test("a value goes on its way when it is asked for, and none after the reader has gone")
  func backPressure() async throws {
    let made = Mutex(0)
    let source = AsyncStream<Int>(unfolding: {
      made.withLock {
        $0 += 1
        return $0
      }
    })
    var router = Router()
    router.on(.get, "/") { _ throws(Failure) in
      Response(200, values: ValueStream(source), mediaType: "application/jsonl")
    }
    let call = Client(transport: router).call(.get, "/", failure: Failure.self)
    let stream = try await call.send(streaming: "application/jsonl").values(of: Int.self)
    #expect(made.withLock { $0 } == 0)
    var read: [Int] = []
    for try await value in stream {
      read.append(value)
      if value == 3 { break }
    }
    #expect(read == [1, 2, 3])
    #expect(made.withLock { $0 } == 3)
  }

  /// How a handler reads a request's body.
  enum Reading: CaseIterable, Sendable {
    case values, sequence, events, textEvents, jsonParts, bytes, fileParts, ownFault

    func read(_ request: inout RequestReader<Failure>) async throws {
      let types: [MediaType] = ["*/*"]
      switch self {
      case .values: try await all(request.values(of: Int.self, mediaTypes: types))
      case .sequence: try await all(request.values(of: Int.self, in: .sequence, mediaTypes: types))
      case .events: try await all(request.events(of: Int.self, mediaTypes: types))
      case .textEvents: try await all(request.textEvents(mediaTypes: types))
      case .jsonParts: try await all(request.jsonParts(of: Int.self, mediaTypes: types))
      case .bytes: _ = try await request.bytes(mediaTypes: types)?.collect(upTo: 16)
      case .fileParts:
        guard let files = request.fileParts(mediaTypes: types) else { return }
        for try await file in files { _ = try await file.body.collect(upTo: 16) }
      case .ownFault: throw InvalidValue(violations: [])
      }
    }

    private func all<Element>(_ stream: ValueStream<Element>?) async throws {
      guard let stream else { return }
      for try await _ in stream {}
    }
  }

  @Test(
    "a stream whose fault a handler throws on is answered as bad input",
    arguments: [
      (.values, "1\n2\n", 204), (.values, "1\n\"a\"\n", 400), (.values, "1\n{\n", 400),
      (.values, "12345678901234567890", 413), (.sequence, "\u{1E}1\n\u{1E}2", 400),
      (.events, "data: 1\n\n", 204), (.events, "data: x\n\n", 400),
      (.textEvents, "data: 12345678901234567890\n\n", 204),
      (.textEvents, "data: 12345678901234567890", 413), (.bytes, "1234567890123456", 204),
      (.bytes, "12345678901234567", 413), (.jsonParts, "--b\r\n\r\n1\r\n--b--", 204),
      (.jsonParts, "--b\r\n\r\nx\r\n--b--", 400), (.jsonParts, "--b\r\n\r\n1", 400),
      (.fileParts, "--b\r\n\r\n12345678901234567\r\n--b--", 413),
      (.fileParts, "--b\r\nX", 400), (.ownFault, "", 500),
    ] as [(Reading, String, Int)])
  func badStreams(_ reading: Reading, _ text: String, _ status: Int) async throws {
    let reported = Mutex(0)
    var router = Router()
    router.settings.bodyLimit = 16
    router.settings.report = { _, _ in reported.withLock { $0 += 1 } }
    router.on(.post, "/") { request throws(Failure) in
      do {
        try await reading.read(&request)
      } catch {
        throw error as? Failure ?? .unexpected(error)
      }
      return Response(204)
    }
    for isStream in [false, true] {
      let bytes = Array(text.utf8)
      let body = isStream ? Body(stream: Chunks(chunks: [bytes])) : Body(bytes)
      let type = "multipart/mixed; boundary=b"
      let request = Request(.post, "/", headers: [.contentType: type], body: body)
      #expect(await router.respond(to: request).status == status)
    }
    #expect(reported.withLock { $0 } == (status == 500 ? 2 : 0))
  }

  @Test(
    "an element that breaks a rule is not sent, and where it is known beforehand nothing is",
    arguments: ["values", "events", "JSON parts"], [false, true])
  func checkedElements(_ name: String, _ areKnown: Bool) async throws {
    let received = Mutex<[String]>([])
    var router = Router()
    router.on(.post, "/") { request throws(Failure) in
      do {
        guard let body = request.bytes(mediaTypes: ["*/*"]) else { throw request.rejection }
        for try await chunk in body {
          received.withLock { $0.append(String(decoding: chunk, as: UTF8.self)) }
        }
      } catch {
        throw .unexpected(error)
      }
      return Response(204)
    }
    let numbers = [1, 2, 0, 3]
    let rules = Schema(.minimum(1))
    var call = Client(transport: router).call(.post, "/", failure: Failure.self)
    let rest = Mutex(numbers[...])
    let unknown = AsyncStream(unfolding: { rest.withLock { $0.popFirst() } })
    let values = areKnown ? ValueStream(numbers) : ValueStream(unknown)
    switch name {
    case "values": call.values(values, mediaType: "application/jsonl", schema: rules)
    case "JSON parts": call.jsonParts(values, mediaType: "multipart/mixed", schema: rules)
    default:
      let events =
        areKnown
        ? ValueStream(numbers.map { ServerSentEvent(data: $0) })
        : ValueStream(unknown.map { ServerSentEvent(data: $0) })
      call.events(events, mediaType: "text/event-stream", schema: rules)
    }
    do {
      let response = try await call.send()
      #expect(!areKnown && response.status == 400)
    } catch {
      guard case .unexpected(let cause) = error else { throw error }
      #expect(areKnown && cause is InvalidRequest)
    }
    let text = received.withLock { $0.joined() }
    #expect(text.isEmpty == areKnown && text.contains("2") != areKnown)
    #expect(!text.contains("0\n") && !text.contains("3\n"))
  }

  @Test("both sides see what breaks the document's rules")
  func violations() async throws {
    let reported = Mutex(0)
    var settings = ClientSettings()
    settings.report = { _, _ in reported.withLock { $0 += 1 } }
    let response = Response(200, body: Body("data: 5\n\ndata: x\n\n"))
    let reader = ResponseReader<Failure>(response, settings: settings)
    var read: [Int] = []
    await #expect(throws: InvalidValue.self) {
      for try await event in reader.events(of: Int.self) { read.append(event.data) }
    }
    #expect(read == [5])
  }
}
