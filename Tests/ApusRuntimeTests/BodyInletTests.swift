import ApusRuntime
import Synchronization
import Testing

@Suite("The way into a body that an engine brings", .timeLimit(.minutes(1)))
struct BodyInletTests {
  private final class Calls: Sendable {
    private let calls = Mutex<[String]>([])

    var all: [String] { calls.withLock { $0 } }

    func note(_ call: String) { calls.withLock { $0.append(call) } }
  }

  private func inlet(
    _ calls: Calls, capacity: Int = 10, limit: Int = .max, isPaused: Bool = false
  ) -> BodyInlet {
    BodyInlet(
      capacity: capacity, limit: limit, isPaused: isPaused, pause: { calls.note("pause") },
      resume: { calls.note("resume") }, cancel: { calls.note("cancel") })
  }

  @Test("chunks come out as they came in, and the end behind them")
  func chunks() async throws {
    let inlet = inlet(Calls())
    let body = inlet.body(length: 3)
    inlet.receive([1, 2])
    inlet.receive([])
    inlet.receive([3])
    inlet.finish()
    inlet.receive([4])
    inlet.finish(throwing: CancellationError())
    #expect(body.length == 3)
    #expect(try await body.collect(upTo: 10) == [1, 2, 3])
  }

  @Test("an error comes behind what came before it")
  func error() async throws {
    struct Broken: Error {}
    let inlet = inlet(Calls())
    var chunks = inlet.body().makeAsyncIterator()
    inlet.receive([1])
    inlet.finish(throwing: Broken())
    #expect(try await chunks.next() == [1])
    await #expect(throws: Broken.self) { _ = try await chunks.next() }
  }

  @Test("the engine pauses while much waits, and goes on when little does")
  func pauses() async throws {
    let calls = Calls()
    let inlet = inlet(calls)
    var chunks = inlet.body().makeAsyncIterator()
    for _ in 0..<4 { inlet.receive([0, 0, 0, 0]) }
    #expect(calls.all == ["pause"] && inlet.isPaused)
    _ = try await chunks.next()
    _ = try await chunks.next()
    #expect(calls.all == ["pause"])
    _ = try await chunks.next()
    _ = try await chunks.next()
    #expect(calls.all == ["pause", "resume"] && !inlet.isPaused)
  }

  @Test("an engine may begin when somebody asks")
  func begins() async throws {
    let calls = Calls()
    let inlet = inlet(calls, isPaused: true)
    let body = inlet.body()
    #expect(calls.all.isEmpty && inlet.isPaused)
    let reading = Task { try await body.collect(upTo: 10) }
    while calls.all.isEmpty { await Task.yield() }
    inlet.receive([1])
    inlet.finish()
    #expect(try await reading.value == [1])
    #expect(calls.all == ["resume"])
  }

  @Test("what can't pause is bounded")
  func limit() async throws {
    let calls = Calls()
    let inlet = inlet(calls, limit: 5)
    var chunks = inlet.body().makeAsyncIterator()
    for _ in 0..<4 { inlet.receive([0, 0]) }
    #expect(calls.all == ["cancel"])
    #expect(try await chunks.next() == [0, 0])
    #expect(try await chunks.next() == [0, 0])
    await #expect(throws: BodyBacklog(limit: 5)) { _ = try await chunks.next() }
  }

  @Test("what comes byte by byte is kept in a few chunks")
  func smallChunks() async throws {
    let inlet = inlet(Calls(), capacity: .max)
    let body = inlet.body()
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    for byte in bytes { inlet.receive([byte]) }
    inlet.finish()
    var (count, read): (Int, [UInt8]) = (0, [])
    for try await chunk in body {
      count += 1
      read += chunk
    }
    #expect(read == bytes)
    #expect(count < 100)
  }

  @Test("the engine is told once that nobody wants any more")
  func cancelled() async throws {
    let calls = Calls()
    let inlet = inlet(calls)
    let reading = Task { [body = inlet.body()] in try await body.collect(upTo: 10) }
    reading.cancel()
    await #expect(throws: CancellationError.self) { _ = try await reading.value }
    #expect(calls.all == ["cancel"])
    let other = Calls()
    let forgotten = self.inlet(other)
    _ = forgotten.body()
    #expect(other.all == ["cancel"])
    let done = Calls()
    let finished = self.inlet(done)
    finished.finish()
    _ = finished.body()
    #expect(done.all.isEmpty)
  }
}
