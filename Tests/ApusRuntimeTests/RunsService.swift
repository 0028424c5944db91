import ApusRuntime
import CancelRuns
import Synchronization

/// Cancels runs for the tests: remembers what it was asked, and does what it is told.
final class RunsService: ThreadRunsAPI {
  struct Call: Hashable {
    var body: RunsCancel
    var action: CancelRunsPost.Action
  }

  private let received = Mutex<[Call]>([])
  private let outcome: @Sendable () async throws(CancelRunsPost.Failure) -> Void

  init(
    _ outcome: @escaping @Sendable () async throws(CancelRunsPost.Failure) -> Void = {}
  ) {
    self.outcome = outcome
  }

  var calls: [Call] { received.withLock { $0 } }

  func cancelRunsPost(
    _ body: RunsCancel, action: CancelRunsPost.Action
  ) async throws(CancelRunsPost.Failure) {
    received.withLock { $0.append(Call(body: body, action: action)) }
    try await outcome()
  }
}

extension Router {
  /// A router that serves only the service.
  init(serving service: RunsService, settings: RouterSettings = RouterSettings()) {
    self.init(settings: settings)
    serve(service)
  }
}

/// A body that comes in chunks, and says nothing of its length unless asked to.
struct Chunks: AsyncSequence, Sendable {
  typealias Element = [UInt8]

  let chunks: [[UInt8]]

  struct AsyncIterator: AsyncIteratorProtocol {
    var rest: ArraySlice<[UInt8]>

    mutating func next() async -> [UInt8]? { rest.popFirst() }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: chunks[...]) }
}
