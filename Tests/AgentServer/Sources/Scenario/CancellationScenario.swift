import AgentServerAPI
import ApusRuntime

import struct Foundation.UUID

@MainActor
struct CancellationScenario {
  let client: Client
  let cases: Cases

  private var runs: ThreadRunsClient { ThreadRunsClient(client) }

  func run() async {
    let threads = ThreadsClient(client)
    let made = await cases.run("a thread for runs that last") {
      try await threads.createThread(.init())
    }
    guard let thread = made?.threadID else { return }
    await cases.run("of two runs, one is cancelled by its identifier") {
      let first = try await start(thread)
      let second = try await start(thread)
      try await runs.cancelRuns(.threadIDAndRunIDs(.init(threadID: thread, runIDs: [second])))
      try await wait(for: .interrupted, second, thread)
      try equal(await status(first, thread) == .interrupted, false, "the other is interrupted")
      try await runs.cancelRuns(.threadIDAndRunIDs(.init(threadID: thread, runIDs: [first])))
      try await wait(for: .interrupted, first, thread)
    }
    await cases.run("a run is cancelled alone") {
      let run = try await start(thread)
      _ = try await runs.cancelRun(
        threadID: thread, runID: run, wait: .boolean(false), action: .interrupt
      )
      try await wait(for: .interrupted, run, thread)
    }
    await cases.run("where there is nothing to cancel, it is a typed 404") {
      do throws(CancelRuns.Failure) {
        try await runs.cancelRuns(.threadIDAndRunIDs(.init(threadID: thread, runIDs: [UUID()])))
        throw .unexpected(Unexpected(description: "cancelled"))
      } catch .notFound(let error) {
        try equal(error.detail, "No runs found to cancel.", "detail")
      }
    }
    await cases.run("a status beside a thread is a typed 422") {
      do throws(CancelRuns.Failure) {
        try await runs.cancelRuns(.status(.init(status: .pending, threadID: thread)))
        throw .unexpected(Unexpected(description: "cancelled"))
      } catch .unprocessableContent {}
    }
  }

  private func start(_ thread: UUID) async throws -> UUID {
    try await runs.createRun(.waiter(input: ["seconds": 600]), threadID: thread).body.runID
  }

  private func status(_ run: UUID, _ thread: UUID) async throws -> Run.Status {
    try await runs.getRun(threadID: thread, runID: run).status
  }

  /// The server takes a moment for what it was asked for.
  private func wait(for wanted: Run.Status, _ run: UUID, _ thread: UUID) async throws {
    for _ in 0..<200 where try await status(run, thread) != wanted {
      try await Task.sleep(for: .milliseconds(50))
    }
    try equal(await status(run, thread), wanted, "status")
  }
}
