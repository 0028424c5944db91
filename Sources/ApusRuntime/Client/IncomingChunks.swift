import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The bytes of a response between a session, which brings them, and whoever reads them. While many
/// wait, the session's task is suspended, so that the peer has to wait too; not with
/// FoundationNetworking, where a task that goes on sends its request again.
final class IncomingChunks: Sendable {
  /// How many bytes may wait before the task is suspended, and how many when it goes on.
  private static let most = 1 << 18
  private static let least = 1 << 16

  private struct State: Sendable {
    var chunks: [[UInt8]] = []
    /// Where the chunks begin that have not been taken.
    var first = 0
    /// How many bytes they have.
    var size = 0
    var reader: CheckedContinuation<[UInt8]?, any Error>?
    var end: Result<[UInt8]?, any Error>?
    var isSuspended = false
  }

  private let state = Mutex(State())
  private let task: URLSessionTask

  init(_ task: URLSessionTask) {
    self.task = task
  }

  /// Takes what the session has brought.
  func receive(_ chunk: [UInt8]) {
    let (reader, isTooMuch) = state.withLock { state in
      if let reader = state.reader {
        state.reader = nil
        return (Optional(reader), false)
      }
      state.chunks.append(chunk)
      state.size += chunk.count
      let isTooMuch = state.size > Self.most && !state.isSuspended
      if isTooMuch { state.isSuspended = true }
      return (nil, isTooMuch)
    }
    reader?.resume(returning: chunk)
    #if !canImport(FoundationNetworking)
      if isTooMuch { task.suspend() }
    #endif
  }

  /// Notes that no more comes, or why not.
  func finish(throwing error: (any Error)?) {
    let end: Result<[UInt8]?, any Error> = error.map { .failure($0) } ?? .success(nil)
    let reader = state.withLock { state in
      state.end = state.end ?? end
      defer { state.reader = nil }
      return state.reader
    }
    reader?.resume(with: end)
  }

  /// Ends the transfer: nobody reads any more.
  func abandon() {
    let isDone = state.withLock { $0.end != nil }
    finish(throwing: CancellationError())
    if !isDone { task.cancel() }
  }

  /// The next bytes; `nil` behind the last. One task at a time may ask.
  func next() async throws -> [UInt8]? {
    if Task.isCancelled { abandon() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { reader in
        let (result, goesOn) = state.withLock { state in
          let result = Self.take(from: &state, orLet: reader)
          let goesOn = state.isSuspended && state.size < Self.least
          if goesOn { state.isSuspended = false }
          return (result, goesOn)
        }
        if let result { reader.resume(with: result) }
        #if !canImport(FoundationNetworking)
          if goesOn { task.resume() }
        #endif
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
    if state.first < state.chunks.count {
      let chunk = state.chunks[state.first]
      state.first += 1
      state.size -= chunk.count
      if state.first == state.chunks.count { (state.chunks, state.first) = ([], 0) }
      return .success(chunk)
    }
    if let end = state.end { return end }
    if state.reader != nil { return .failure(CancellationError()) }
    state.reader = reader
    return nil
  }
}

/// The body of a response that comes in. Once nobody refers to it, the transfer ends.
struct IncomingBody: AsyncSequence, Sendable {
  typealias Element = [UInt8]
  typealias Failure = any Error

  final class Reader: Sendable {
    let chunks: IncomingChunks

    init(_ chunks: IncomingChunks) {
      self.chunks = chunks
    }

    deinit {
      chunks.abandon()
    }
  }

  let reader: Reader

  init(_ chunks: IncomingChunks) {
    reader = Reader(chunks)
  }

  struct AsyncIterator: AsyncIteratorProtocol {
    let reader: Reader

    func next() async throws -> [UInt8]? { try await reader.chunks.next() }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(reader: reader) }
}
