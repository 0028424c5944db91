import ApusRuntime
import Messages
import Synchronization
import Testing

@Suite("Event streams that are asked for again", .timeLimit(.minutes(1)))
struct ReconnectingTests {
  /// A clock whose time passes at once, and that remembers how long it was waited for.
  final class Clock: _Concurrency.Clock {
    typealias Instant = ContinuousClock.Instant

    private let waited = Mutex<[Duration]>([])

    var now: Instant { ContinuousClock.now }
    var minimumResolution: Duration { .zero }
    var waits: [Duration] { waited.withLock { $0 } }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
      let duration = now.duration(to: deadline)
      // Some of the time has passed already when this is asked.
      let milliseconds = (duration / .milliseconds(1)).rounded(.up)
      waited.withLock { $0.append(.milliseconds(Int(milliseconds))) }
      try Task.checkCancellation()
    }
  }

  struct Broken: Error {}

  /// What a server answers to one request after another.
  enum Answer: Sendable {
    case stream(String)
    case breaking(String)
    case status(Int)
    case nothing
  }

  /// Answers in turn, and the `Last-Event-ID` fields that were sent.
  private func api(_ answers: [Answer]) -> (api: APIClient, ids: Kept<String?>) {
    let ids = Kept<String?>()
    let transport = Answering { request in
      let number = ids.all.count
      ids.keep(request.headers["Last-Event-ID"])
      switch number < answers.count ? answers[number] : .status(204) {
      case .stream(let text): return Self.response(Chunks(chunks: [Array(text.utf8)]))
      case .breaking(let text):
        let (chunks, input) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
        input.yield(Array(text.utf8))
        input.finish(throwing: Broken())
        return Self.response(chunks)
      case .status(let status): return Response(status)
      case .nothing: throw Broken()
      }
    }
    return (APIClient(Client(transport: transport)), ids)
  }

  private static func response<Chunks: AsyncSequence & Sendable>(_ chunks: Chunks) -> Response
  where Chunks.Element == [UInt8] {
    Response(200, headers: [.contentType: "text/event-stream"], body: Body(stream: chunks))
  }

  private static func event(_ author: String, _ rest: String = "") -> String {
    "\(rest)data: {\"author\":\"\(author)\"}\n\n"
  }

  private func authors(
    _ answers: [Answer], attempts: Int = .max
  ) async throws -> (authors: [String], ids: [String?], waits: [Duration], error: (any Error)?) {
    let (api, ids) = api(answers)
    let clock = Clock()
    var authors: [String] = []
    do {
      let events = try await api.getEvents().reconnecting(attempts: attempts, clock: clock)
      for try await event in events { authors.append(event.data.author) }
    } catch {
      return (authors, ids.all, clock.waits, error)
    }
    return (authors, ids.all, clock.waits, nil)
  }

  @Test("a stream that ends or breaks off goes on behind the last event")
  func goesOn() async throws {
    let result = try await authors([
      .stream(Self.event("a", "id: 1\n")), .breaking(Self.event("b") + Self.event("c", "id: 2\n")),
      .stream("id: 3\n\nid: 4\n"), .nothing, .nothing, .stream(Self.event("d")),
    ])
    #expect(result.authors == ["a", "b", "c", "d"])
    #expect(result.ids == [nil, "1", "2", "3", "3", "3", "3"])
    #expect(result.error == nil)
    #expect(result.waits.map { $0 / .seconds(1) } == [3, 3, 6, 12, 24, 3])
  }

  @Test("the server says how long to wait, with or without an event")
  func retry() async throws {
    let result = try await authors([
      .stream("retry: 10\n\n"), .stream(Self.event("a", "retry: 70000\n")), .stream(""),
    ])
    #expect(result.waits.map { $0 / .milliseconds(1) } == [10, 70000, 70000])
  }

  @Test("an answer that is no stream ends it", arguments: [404, 500, 200])
  func otherAnswers(_ status: Int) async throws {
    let result = try await authors([.stream(Self.event("a")), .status(status)])
    #expect(result.authors == ["a"])
    guard case .some(GetEvents.Failure.notFound) = result.error as? GetEvents.Failure else {
      guard
        case .some(GetEvents.Failure.undocumented(let response)) = result.error
          as? GetEvents.Failure
      else {
        Issue.record("\(String(describing: result.error))")
        return
      }
      #expect(response.status == status)
      return
    }
    #expect(status == 404)
  }

  @Test("it is given up after as many attempts as one likes")
  func givesUp() async throws {
    let broken = try await authors([.stream(Self.event("a")), .nothing, .nothing], attempts: 2)
    #expect(broken.error is Broken)
    #expect(broken.ids.count == 3)
    let ended = try await authors([.stream(""), .stream(""), .stream("")], attempts: 2)
    #expect(ended.error == nil)
    #expect(ended.ids.count == 3)
  }

  @Test("nobody asks again who did not want to")
  func plain() async throws {
    let (api, ids) = api([.stream(Self.event("a")), .stream(Self.event("b"))])
    var authors: [String] = []
    for try await event in try await api.getEvents() { authors.append(event.data.author) }
    #expect(authors == ["a"])
    #expect(ids.all.count == 1)
  }

  @Test("a cancelled reader waits no longer")
  func cancelled() async throws {
    let (api, ids) = api([.stream(Self.event("a")), .stream(Self.event("b"))])
    let task = Task {
      for try await _ in try await api.getEvents().reconnecting(after: .seconds(1000)) {
        withUnsafeCurrentTask { $0?.cancel() }
      }
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(ids.all.count == 1)
  }
}
