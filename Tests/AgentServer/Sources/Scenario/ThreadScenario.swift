import AgentServerAPI
import ApusRuntime

import struct Foundation.UUID

@MainActor
struct ThreadScenario {
  let client: Client
  let cases: Cases

  private var threads: ThreadsClient { ThreadsClient(client) }

  func run() async {
    let mark = UUID().uuidString
    let made = await cases.run("a thread is made") {
      let thread = try await threads.createThread(
        ThreadCreate(metadata: ["mark": .string(mark), "n": 1])
      )
      try equal(thread.status, .idle, "status")
      return thread
    }
    guard let made else { return }
    await cases.run("it is got, and has no values yet") {
      let thread = try await threads.getThread(threadID: made.threadID)
      try equal(thread.metadata["mark"], .string(mark), "metadata")
      try equal(thread.values?.value, nil, "values")
    }
    await cases.run("it is changed, found and counted by what it says of itself") {
      let wanted: [String: JSON] = ["mark": .string(mark), "n": 2]
      _ = try await threads.updateThread(ThreadPatch(metadata: wanted), threadID: made.threadID)
      let found = try await threads.searchThreads(ThreadSearchRequest(metadata: wanted))
      try equal(found.map(\.threadID), [made.threadID], "found")
      try equal(await threads.countThreads(ThreadCountRequest(metadata: wanted)), 1, "count")
    }
    await cases.run("it has a state, and is copied") {
      try equal(await threads.getState(threadID: made.threadID).next, [], "what is next")
      let copy = try await threads.copyThread(threadID: made.threadID)
      try equal(copy.metadata["mark"], .string(mark), "metadata of the copy")
    }
    await refusals(made)
  }

  private func refusals(_ made: Thread) async {
    await cases.run("one of the same identifier is a typed 409, or what there is") {
      let same = ThreadCreate(threadID: made.threadID, ifExists: .doNothing)
      try equal(await threads.createThread(same).threadID, made.threadID, "identifier")
      do throws(CreateThread.Failure) {
        _ = try await threads.createThread(ThreadCreate(threadID: made.threadID))
        throw .unexpected(Unexpected(description: "made"))
      } catch .conflict(let error) {
        try equal(error.detail.isEmpty, false, "is empty")
      }
    }
    await cases.run("a thread that was deleted is a typed 404") {
      try await threads.deleteThread(threadID: made.threadID)
      do throws(GetThread.Failure) {
        _ = try await threads.getThread(threadID: made.threadID)
        throw .unexpected(Unexpected(description: "found"))
      } catch .notFound(let error) {
        let id = made.threadID.uuidString.lowercased()
        try equal(error.detail, "Thread with ID \(id) not found", "detail")
      }
    }
    await cases.run("a search for more than the document allows is not sent") {
      do throws(SearchThreads.Failure) {
        _ = try await threads.searchThreads(ThreadSearchRequest(limit: 1001))
        throw .unexpected(Unexpected(description: "sent"))
      } catch .unexpected(let error) where error is InvalidRequest {}
    }
  }
}
