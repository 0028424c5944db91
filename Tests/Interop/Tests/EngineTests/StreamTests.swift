import ApusRuntime
import EngineAPI
import Synchronization
import Testing

@Suite("Streams, over every engine", .timeLimit(.minutes(1)))
struct StreamTests {
  private static func router(_ streams: Streams) -> Router {
    var router = Router()
    router.serve(streams)
    router.serve(EchoingMessages())
    return router
  }

  @Test("A long stream arrives whole, both ways", arguments: Engines.all)
  func whole(_ engines: Engines) async throws {
    let streams = Streams(
      bytes: { Producer(100, of: 30_000).body },
      exchange: { body in
        var sum = 0
        for try await chunk in body { sum += chunk.count }
        return Body("\(sum)")
      })
    try await engines.serve(Self.router(streams)) { client in
      let api = StreamsClient(client)
      let bytes = try await api.sendBytes().collect(upTo: 3_000_000)
      #expect(bytes.count == 3_000_000 && bytes.last == 99)
      let answer = try await api.exchangeBytes(Producer(100, of: 30_000).body)
      #expect(try await answer.collect(upTo: 100) == Array("3000000".utf8))
    }
  }

  @Test("Values follow each other", arguments: Engines.all)
  func values(_ engines: Engines) async throws {
    try await engines.serve(Self.router(Streams())) { client in
      let notes = (0..<50).map { Note(text: "n", number: $0) }
      var found: [Note] = []
      for try await note in try await StreamsClient(client).exchangeLines(ValueStream(notes)) {
        found.append(note)
      }
      #expect(found == notes)
    }
  }

  @Test("What is sent is there before the rest of it is made", arguments: Engines.sendingLive)
  func live(_ engines: Engines) async throws {
    let (input, sender) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
    try await engines.serve(Self.router(Streams())) { client in
      sender.yield([1])
      var number: UInt8 = 1
      for try await chunk in try await StreamsClient(client).exchangeBytes(Body(stream: input)) {
        #expect(chunk == [number])
        number += 1
        if number <= 5 { sender.yield([number]) } else { sender.finish() }
      }
      #expect(number == 6)
    }
  }

  @Test("A server makes no more than the client takes", arguments: Engines.holdingBack)
  func backPressure(_ engines: Engines) async throws {
    let producer = Producer(1024, of: 1 << 18)
    let streams = Streams(bytes: { producer.body })
    try await engines.serve(Self.router(streams)) { client in
      var chunks = try await StreamsClient(client).sendBytes().makeAsyncIterator()
      var size = try await chunks.next()?.count ?? 0
      for _ in 0..<100 { try await MessagesClient(client).exchangeNothing() }
      // What systems and engines hold on the way, of which a socket's buffer alone may be 32 MB, is far
      // less than all.
      #expect(producer.made < 512)
      while let chunk = try await chunks.next() { size += chunk.count }
      #expect(size == 1024 << 18)
    }
  }

  @Test("A client makes no more than the server takes", arguments: Engines.sendingLive)
  func requestBackPressure(_ engines: Engines) async throws {
    let mayRead = Signal()
    let isRead = Mutex(0)
    let streams = Streams(exchange: { body in
      await mayRead.wait()
      for try await chunk in body { isRead.withLock { $0 += chunk.count } }
      return .empty
    })
    let producer = Producer(1024, of: 1 << 18)
    try await engines.serve(Self.router(streams)) { client in
      async let answer = StreamsClient(client).exchangeBytes(producer.body)
      for _ in 0..<100 { try await MessagesClient(client).exchangeNothing() }
      #expect(producer.made < 512)
      mayRead.send()
      _ = try await answer.collect(upTo: 0)
      #expect(isRead.withLock { $0 } == 1024 << 18)
    }
  }

  #if canImport(FoundationNetworking)
    @Test(
      "What a session can't hold back is bounded",
      arguments: Engines.all.filter { $0.client == .urlSession })
    func backlog(_ engines: Engines) async throws {
      let producer = Producer(1000, of: 1 << 16)
      let streams = Streams(bytes: { producer.body })
      try await engines.serve(Self.router(streams)) { client in
        let client = Client(
          baseURL: client.baseURL, transport: URLSessionTransport(backlogLimit: 1 << 20))
        let body = try await StreamsClient(client).sendBytes()
        await producer.ended()
        var size = 0
        await #expect(throws: BodyBacklog(limit: 1 << 20)) {
          for try await chunk in body { size += chunk.count }
        }
        #expect(size <= 1 << 20)
        #expect(producer.made < 1000)
      }
    }
  #endif

  @Test("A stream that fails is no whole stream", arguments: Engines.all)
  func failure(_ engines: Engines) async throws {
    let streams = Streams(bytes: { Producer(3, of: 10, then: .failure).body })
    try await engines.serve(Self.router(streams)) { client in
      await #expect(throws: (any Error).self) {
        _ = try await StreamsClient(client).sendBytes().collect(upTo: 1000)
      }
      try await MessagesClient(client).exchangeNothing()
    }
  }

  @Test("A reader who is gone ends a stream that has nothing to say", arguments: Engines.all)
  func cancelledReader(_ engines: Engines) async throws {
    let producer = Producer(1, of: 10, then: .waiting)
    let streams = Streams(bytes: { producer.body })
    try await engines.serve(Self.router(streams)) { client in
      let hasBegun = Signal()
      let reading = Task {
        for try await _ in try await StreamsClient(client).sendBytes() { hasBegun.send() }
      }
      await hasBegun.wait()
      reading.cancel()
      await #expect(throws: (any Error).self) { try await reading.value }
      await producer.ended()
    }
  }

  @Test("So does a reader who lets go of the stream", arguments: Engines.all)
  func forgottenStream(_ engines: Engines) async throws {
    let producer = Producer(1, of: 10, then: .waiting)
    let streams = Streams(bytes: { producer.body })
    try await engines.serve(Self.router(streams)) { client in
      for try await _ in try await StreamsClient(client).sendBytes() { break }
      await producer.ended()
    }
  }

  @Test("A caller who is gone cancels the operation", arguments: Engines.cancellingOperations)
  func cancelledCaller(_ engines: Engines) async throws {
    let (hasBegun, hasEnded) = (Signal(), Signal())
    let streams = Streams(bytes: {
      hasBegun.send()
      await Waiting.untilCancelled()
      hasEnded.send()
      return .empty
    })
    try await engines.serve(Self.router(streams)) { client in
      let calling = Task { _ = try await StreamsClient(client).sendBytes() }
      await hasBegun.wait()
      calling.cancel()
      _ = await calling.result
      await hasEnded.wait()
    }
  }

  @Test(
    "A timeout is the caller's, and the operation ends", arguments: Engines.cancellingOperations)
  func timeout(_ engines: Engines) async throws {
    let hasEnded = Signal()
    let streams = Streams(bytes: {
      await Waiting.untilCancelled()
      hasEnded.send()
      return .empty
    })
    let middleware = [TimeoutMiddleware(.milliseconds(50))]
    try await engines.serve(Self.router(streams), middleware: middleware) { client in
      await #expect {
        _ = try await StreamsClient(client).sendBytes()
      } throws: { error in
        guard case SendBytes.Failure.unexpected(let cause) = error else { return false }
        return cause is RequestTimedOut
      }
      await hasEnded.wait()
    }
  }

  @Test("Events are asked for again, behind the last one", arguments: Engines.all)
  func events(_ engines: Engines) async throws {
    let asked = Mutex<[String?]>([])
    let streams = Streams(events: { last throws(SendEvents.Failure) in
      asked.withLock { $0.append(last) }
      let number = last.flatMap { Int($0) } ?? 0
      if number >= 4 { throw .undocumented(Response(204)) }
      return [
        .init(data: Note(text: "a\nb", number: number + 1), id: "\(number + 1)", retry: 0),
        .init(type: "other", data: Note(text: "c", number: number + 2), id: "\(number + 2)"),
      ]
    })
    try await engines.serve(Self.router(streams)) { client in
      var found: [Int?] = []
      for try await event in try await StreamsClient(client).sendEvents().reconnecting() {
        found.append(event.data.number)
      }
      #expect(found == [1, 2, 3, 4])
      #expect(asked.withLock { $0 } == [nil, "2", "4"])
    }
  }
}
