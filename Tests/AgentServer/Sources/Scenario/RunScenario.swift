import AgentServerAPI
import ApusRuntime

import struct Foundation.UUID

@MainActor
struct RunScenario {
  let client: Client
  let cases: Cases

  private var runs: ThreadRunsClient { ThreadRunsClient(client) }
  private var stateless: StatelessRunsClient { StatelessRunsClient(client) }

  func run() async {
    let threads = ThreadsClient(client)
    guard
      let thread = await cases.run("a thread for runs", { try await threads.createThread(.init()) })
    else { return }
    let id = thread.threadID
    let run = await cases.run("a run is started, joined, and a success then") {
      let started = try await runs.createRun(.waiter(input: ["text": "a"]), threadID: id)
      try equal(started.contentLocation?.contains("/runs/"), true, "Content-Location")
      let output = try await runs.joinRun(threadID: id, runID: started.body.runID)
      try equal(output["finished"], true, "finished")
      let run = try await runs.getRun(threadID: id, runID: started.body.runID)
      try equal(run.status, .success, "status")
      return run
    }
    await cases.run("a run is waited for") {
      let output = try await runs.waitForRun(.waiter(), threadID: id)
      try equal(output.body["finished"], true, "finished")
    }
    await cases.run("a run that fails is an output with an error") {
      let output = try await runs.waitForRun(.waiter(input: ["fail": true]), threadID: id)
      try equal(output.body["__error__"]?["message"], "asked to fail", "message")
    }
    await cases.run("the runs of a thread are listed, those that failed as well") {
      try equal(await runs.listRuns(threadID: id).count, 3, "count")
      let failed = try await runs.listRuns(
        threadID: id, limit: 10, offset: 0, status: .error, select: nil
      )
      try equal(failed.count, 1, "count of failed ones")
    }
    await cases.run("the thread has the values of the last run that was a success") {
      let values = try await threads.getState(threadID: id).values
      guard case .object(let object) = values else { throw Unexpected(description: "\(values)") }
      try equal(object["finished"], true, "finished")
      let history = try await threads.searchHistory(.init(limit: 10), threadID: id)
      try equal(history.isEmpty, false, "history is empty")
    }
    await remaining(id, run)
  }

  private func remaining(_ thread: UUID, _ run: Run?) async {
    await cases.run("a run is deleted, and then a typed 404") {
      let run = try present(run, "run")
      try await runs.deleteRun(threadID: thread, runID: run.runID)
      do throws(GetRun.Failure) {
        _ = try await runs.getRun(threadID: thread, runID: run.runID)
        throw .unexpected(Unexpected(description: "found"))
      } catch .notFound {}
    }
    await cases.run("a run on a thread that isn't there is a typed 404") {
      do throws(CreateRun.Failure) {
        _ = try await runs.createRun(.waiter(), threadID: UUID())
        throw .unexpected(Unexpected(description: "started"))
      } catch .notFound {}
    }
    await cases.run("a run without a thread is waited for") {
      let output = try await stateless.waitForStatelessRun(
        .init(assistantID: .graphID("waiter"), input: .value(.object(["text": "b"])))
      )
      try equal(output.body["text"], "b", "what was put in")
    }
  }
}

extension RunCreateStateful {
  static func waiter(input: [String: JSON] = [:]) -> Self {
    Self(assistantID: .graphID("waiter"), input: .value(.object(input)))
  }
}

extension RunCreateStreamingStateful {
  static func waiter(
    input: [String: JSON] = [:],
    streamMode: [RunCreateStateful.StreamMode.ArrayValueElement] = [.values],
    isResumable: Bool = false
  ) -> Self {
    Self(
      assistantID: .graphID("waiter"), input: .value(.object(input)),
      streamMode: .array(streamMode), streamResumable: isResumable
    )
  }
}
