import CancelRunsAPI
import Synchronization

import struct Foundation.UUID

/// A run that is under way.
struct Run: Sendable {
  let thread: UUID
  let id: UUID
  let status: RunsCancel.Status
}

/// Runs in memory, which end when they are cancelled.
final class RunStore: ThreadRunsAPI {
  private let runs: Mutex<[Run]>

  init(_ runs: [Run]) {
    self.runs = Mutex(runs)
  }

  func cancelRunsPost(
    _ body: RunsCancel, action: CancelRunsPost.Action
  ) async throws(CancelRunsPost.Failure) {
    let cancelled = runs.withLock { runs in
      let before = runs.count
      runs.removeAll(where: body.matches)
      return before - runs.count
    }
    if cancelled == 0 {
      throw .notFound(ErrorResponse(detail: "No runs found to cancel."))
    }
  }
}

extension RunsCancel {
  /// Whether the payload asks for the run to be cancelled.
  fileprivate func matches(_ run: Run) -> Bool {
    switch self {
    case .status(let filter):
      (filter.status == .all || filter.status == run.status)
        && (filter.threadID == nil || filter.threadID == run.thread)
        && (filter.runIDs?.contains(run.id) ?? true)
    case .threadIDAndRunIDs(let filter):
      filter.threadID == run.thread && filter.runIDs.contains(run.id)
    }
  }
}

/// Always finds something to cancel, so that only what the router refuses is refused.
struct AlwaysCancelled: ThreadRunsAPI {
  func cancelRunsPost(
    _ body: RunsCancel, action: CancelRunsPost.Action
  ) async throws(CancelRunsPost.Failure) {}
}

/// Always fails with an error that the document doesn't mention and no client may see.
struct AlwaysFailing: ThreadRunsAPI {
  private struct StorageFailure: Error {
    let message = "secret: the database said no"
  }

  func cancelRunsPost(
    _ body: RunsCancel, action: CancelRunsPost.Action
  ) async throws(CancelRunsPost.Failure) {
    throw .unexpected(StorageFailure())
  }
}
