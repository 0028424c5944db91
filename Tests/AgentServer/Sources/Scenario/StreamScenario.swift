import AgentServerAPI
import ApusRuntime

import struct Foundation.UUID

@MainActor
struct StreamScenario {
  let client: Client
  let cases: Cases

  private var runs: ThreadRunsClient { ThreadRunsClient(client) }

  func run() async {
    let threads = ThreadsClient(client)
    let made = await cases.run("a thread for streams") { try await threads.createThread(.init()) }
    guard let thread = made?.threadID else { return }
    await cases.run("a run is streamed to its end") {
      let stream = try await runs.streamRun(
        .waiter(input: ["seconds": 0.2], streamMode: [.values, .updates]), threadID: thread
      )
      let events = try await all(stream.body)
      try equal(events.first?.type, "metadata", "first type")
      try equal(Set(events.map(\.type)), ["metadata", "values", "updates"], "types")
      try equal(events.last?.data["finished"], true, "finished")
    }
    await resuming(thread)
    await cases.run("a run without a thread is streamed to its end") {
      let stream = try await StatelessRunsClient(client).streamStatelessRun(
        .init(assistantID: .graphID("waiter"), input: .value(.object(["text": "c"])))
      )
      let events = try await all(stream.body)
      try equal(events.last?.data["text"], "c", "what was put in")
    }
    await cases.run("a stream that nobody wants any more is left") {
      let input: [String: JSON] = ["seconds": 600]
      let stream = try await runs.streamRun(.waiter(input: input), threadID: thread)
      for try await event in stream.body where event.type == "metadata" { break }
      let run = try present(await runs.listRuns(threadID: thread).first, "run")
      _ = try await runs.cancelRun(threadID: thread, runID: run.runID)
    }
  }

  private func resuming(_ thread: UUID) async {
    await cases.run("a stream goes on behind an event") {
      let stream = try await runs.streamRun(
        .waiter(input: ["seconds": 1], streamMode: [.values, .updates], isResumable: true),
        threadID: thread
      )
      var id = ""
      for try await event in stream.body where !event.id.isEmpty {
        id = event.id
        break
      }
      let run = try present(
        stream.contentLocation?.split(separator: "/").last.flatMap { UUID(uuidString: "\($0)") },
        "run in Content-Location"
      )
      let rest = try await runs.joinStream(
        threadID: thread, runID: run, lastEventID: id, streamMode: nil, cancelOnDisconnect: false
      )
      let events = try await all(rest)
      try equal(events.contains { $0.type == "metadata" }, false, "has the first event again")
      try equal(events.last?.data["finished"], true, "finished")
    }
  }

  private func all(
    _ stream: ValueStream<ServerSentEvent<JSON>>
  ) async throws -> [ServerSentEvent<JSON>] {
    var events: [ServerSentEvent<JSON>] = []
    for try await event in stream { events.append(event) }
    return events
  }
}
