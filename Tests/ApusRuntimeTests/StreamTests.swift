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
