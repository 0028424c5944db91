import ApusRuntime
import CancelRuns

struct Runs: ThreadRunsAPI {
  func cancelRunsPost(
    _ body: RunsCancel, action: CancelRunsPost.Action
  ) async throws(CancelRunsPost.Failure) {
    switch body {
    case .status(let filter):
      print("Cancelling what is \(filter.status)")
    case .threadIDAndRunIDs(let filter):
      print("Cancelling \(filter.runIDs.count) runs of thread \(filter.threadID)")
    }
  }
}
