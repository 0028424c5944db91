import ApusRuntime
import EngineAPI
import Synchronization

/// Answers with what it is sent.
struct EchoingMessages: MessagesAPI {
  func exchangeJSON(
    _ body: Note, name: String, words: [String]?, xTag: String?
  ) async throws(ExchangeJSON.Failure) -> ExchangeJSON.OK {
    if name == "missing" { throw .notFound(body) }
    let text = ([name] + (words ?? []) + [body.text]).joined(separator: "|")
    return ExchangeJSON.OK(body: Note(text: text, number: body.number), xTag: xTag)
  }

  func exchangeForm(_ body: Note) async throws(ExchangeForm.Failure) -> Note { body }

  func exchangeText(_ body: String) async throws(ExchangeText.Failure) -> String { body }

  func exchangeParts(
    _ body: ExchangeParts.RequestParts
  ) async throws(ExchangeParts.Failure) -> Note {
    try await ExchangeParts.Failure.wrapping {
      let file = try await body.file.body.collect(upTo: 1 << 24)
      return Note(text: body.note.text, number: file.count)
    }
  }

  func exchangeNothing() async throws(ExchangeNothing.Failure) {}
}

/// Does with streams what a test wants.
struct Streams: StreamsAPI {
  var bytes: @Sendable () async throws -> Body = { .empty }
  var exchange: @Sendable (Body) async throws -> Body = { $0 }
  var events:
    @Sendable (String?) async throws(SendEvents.Failure) -> ValueStream<
      ServerSentEvent<Note>
    > = { _ in [] }

  func sendBytes() async throws(SendBytes.Failure) -> Body {
    try await SendBytes.Failure.wrapping { try await bytes() }
  }

  func exchangeBytes(_ body: Body) async throws(ExchangeBytes.Failure) -> Body {
    try await ExchangeBytes.Failure.wrapping { try await exchange(body) }
  }

  func exchangeLines(
    _ body: ValueStream<Note>
  ) async throws(ExchangeLines.Failure) -> ValueStream<Note> { body }

  func sendEvents(
    lastEventID: String?
  ) async throws(SendEvents.Failure) -> ValueStream<ServerSentEvent<Note>> {
    try await events(lastEventID)
  }
}

/// Chunks that are made when somebody asks for them, and counted.
final class Producer: Sendable {
  enum End {
    /// The stream is over.
    case over
    /// It fails.
    case failure
    /// Nothing comes until the task is cancelled.
    case waiting
  }

  struct Failed: Error {}

  private struct State {
    var made = 0
    var hasEnded = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())
  private let count: Int
  private let size: Int
  private let end: End

  init(_ count: Int, of size: Int, then end: End = .over) {
    self.count = count
    self.size = size
    self.end = end
  }

  /// How many chunks there have been.
  var made: Int { state.withLock { $0.made } }

  /// The chunks.
  var body: Body { Body(stream: Chunks(producer: self)) }

  /// Waits until nobody asks for chunks any more.
  func ended() async {
    await withCheckedContinuation { continuation in
      let hasEnded = state.withLock { state in
        if !state.hasEnded { state.waiting.append(continuation) }
        return state.hasEnded
      }
      if hasEnded { continuation.resume() }
    }
  }

  fileprivate func noteEnd() {
    let waiting = state.withLock { state in
      state.hasEnded = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  fileprivate struct Chunks: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let producer: Producer

    func makeAsyncIterator() -> Iterator { Iterator(producer: producer) }
  }

  fileprivate final class Iterator: AsyncIteratorProtocol {
    private let producer: Producer
    private var number = 0

    init(producer: Producer) {
      self.producer = producer
    }

    deinit { producer.noteEnd() }

    func next() async throws -> [UInt8]? {
      try Task.checkCancellation()
      if number < producer.count {
        defer { number += 1 }
        producer.state.withLock { $0.made += 1 }
        return [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: producer.size)
      }
      switch producer.end {
      case .over: return nil
      case .failure: throw Failed()
      case .waiting:
        await Waiting.untilCancelled()
        throw CancellationError()
      }
    }
  }
}

/// Waiting without a clock.
enum Waiting {
  /// Waits until the task is cancelled.
  static func untilCancelled() async {
    let (never, _) = AsyncStream<Never>.makeStream()
    for await _ in never {}
  }
}

/// Something that happens once, and somebody waits for.
final class Signal: Sendable {
  private let events = AsyncStream<Void>.makeStream()

  func send() { events.continuation.finish() }

  func wait() async {
    for await _ in events.stream {}
  }
}
