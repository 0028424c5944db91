import ApusRuntime
import CancelRuns
import Foundation
import Testing

@testable import Server

@Test func cancellingNothingIsNotFound() async {
  var router = Router()
  router.serve(Runs())
  let runs = ThreadRunsClient(Client(transport: router))
  await #expect(throws: CancelRunsPost.Failure.self) {
    try await runs.cancelRunsPost(.threadIDAndRunIDs(.init(threadID: UUID(), runIDs: [])))
  }
}
