import Synchronization

/// The way into a body whose bytes an engine brings as they come in: for transports and servers of
/// engines that call back.
///
/// While many bytes wait to be read, the engine is asked to pause, so that the peer has to wait too.
/// All functions may be called from anywhere.
public final class BodyInlet: Sendable {
  private struct State: Sendable {
    var chunks = ChunkQueue()
    var reader: CheckedContinuation<[UInt8]?, any Error>?
    var end: Result<[UInt8]?, any Error>?
    var isPaused: Bool
  }

  private let state: Mutex<State>
  private let capacity: Int
  private let limit: Int
  private let pause: @Sendable () -> Void
  private let resume: @Sendable () -> Void
  private let cancel: @Sendable () -> Void

  /// An inlet into a body without any bytes as yet.
  ///
  /// - Parameters:
  ///   - capacity: How many bytes may wait before the engine is to pause; it goes on when a quarter of
  ///     them is left.
  ///   - limit: How many bytes may wait at all, for engines that can't pause. More end the body, behind
  ///     those that wait, with ``BodyBacklog``.
  ///   - isPaused: Whether the engine begins when somebody asks for the first bytes.
  ///   - pause: Asks the engine to bring no more for now. Like `resume`, it must return at once, and
  ///     not call the inlet; the two are called one at a time, in the order of their reasons.
  ///   - resume: Asks the engine to go on.
  ///   - cancel: Tells the engine, once, that nobody wants any more, before there was an end.
  public init(
    capacity: Int = 1 << 18, limit: Int = .max, isPaused: Bool = false,
    pause: @escaping @Sendable () -> Void = {}, resume: @escaping @Sendable () -> Void = {},
    cancel: @escaping @Sendable () -> Void
  ) {
    state = Mutex(State(isPaused: isPaused))
    self.capacity = capacity
    self.limit = limit
    self.pause = pause
    self.resume = resume
    self.cancel = cancel
  }

  /// The body. Once nobody refers to it any more, the engine is told so.
  ///
  /// - Parameter length: The number of all bytes, where it is known.
  public func body(length: Int? = nil) -> Body {
    Body(stream: InletChunks(reader: InletReader(self)), length: length)
  }

  /// Whether the engine is to bring no more for now.
  public var isPaused: Bool { state.withLock { $0.isPaused } }

  /// Takes the next bytes. What comes behind the end is dropped.
  public func receive(_ chunk: [UInt8]) {
    var isTooMuch = false
    let reader = state.withLock { state -> CheckedContinuation<[UInt8]?, any Error>? in
      if chunk.isEmpty || state.end != nil { return nil }
      if let reader = state.reader {
        state.reader = nil
        return reader
      }
      if chunk.count > limit - state.chunks.size {
        isTooMuch = true
        state.end = .failure(BodyBacklog(limit: limit))
        return nil
      }
      state.chunks.append(chunk)
      if state.chunks.size > capacity, !state.isPaused {
        state.isPaused = true
        pause()
      }
      return nil
    }
    reader?.resume(returning: chunk)
    if isTooMuch { cancel() }
  }

  /// Notes that no more comes, or why not. The first end counts.
  public func finish(throwing error: (any Error)? = nil) {
    _ = end(error.map { .failure($0) } ?? .success(nil))
  }

  /// Ends the body; false if it had an end.
  private func end(_ end: Result<[UInt8]?, any Error>) -> Bool {
    let (isFirst, reader) = state.withLock { state in
      let isFirst = state.end == nil
      if isFirst { state.end = end }
      defer { state.reader = nil }
      return (isFirst, state.reader)
    }
    reader?.resume(with: end)
    return isFirst
  }

  /// Nobody reads any more.
  fileprivate func abandon() {
    if end(.failure(CancellationError())) { cancel() }
  }

  /// The next bytes; `nil` behind the last. One task at a time may ask.
  fileprivate func next() async throws -> [UInt8]? {
    if Task.isCancelled { abandon() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { reader in
        let result = state.withLock { state in
          let result = Self.take(from: &state, orLet: reader)
          if state.isPaused, state.end == nil, state.chunks.size <= capacity / 4 {
            state.isPaused = false
            resume()
          }
          return result
        }
        if let result { reader.resume(with: result) }
        if Task.isCancelled { abandon() }
      }
    } onCancel: {
      abandon()
    }
  }

  /// What there is; `nil` where the reader has to wait.
  private static func take(
    from state: inout State, orLet reader: CheckedContinuation<[UInt8]?, any Error>
  ) -> Result<[UInt8]?, any Error>? {
    if let chunk = state.chunks.popFirst() { return .success(chunk) }
    if let end = state.end { return end }
    if state.reader != nil { return .failure(CancellationError()) }
    state.reader = reader
    return nil
  }
}

/// Bytes came faster than they were read, by an engine that can't make the peer wait.
public struct BodyBacklog: Error, Hashable, CustomStringConvertible {
  /// How many bytes may wait to be read.
  public let limit: Int

  /// - Parameter limit: How many bytes may wait to be read.
  public init(limit: Int) {
    self.limit = limit
  }

  public var description: String {
    "More than \(limit) bytes came in that nobody had read as yet."
  }
}

/// Who refers to a body that comes in.
private final class InletReader: Sendable {
  let inlet: BodyInlet

  init(_ inlet: BodyInlet) {
    self.inlet = inlet
  }

  deinit {
    inlet.abandon()
  }
}

/// The chunks of a body that comes in.
private struct InletChunks: AsyncSequence, Sendable {
  typealias Element = [UInt8]
  typealias Failure = any Error

  struct AsyncIterator: AsyncIteratorProtocol {
    let reader: InletReader

    func next() async throws -> [UInt8]? { try await reader.inlet.next() }
  }

  let reader: InletReader

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(reader: reader) }
}
