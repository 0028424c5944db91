import AgentServerAPI
import ApusRuntime

import struct Foundation.UUID

struct ThreadService: ThreadsAPI {
  let agent: Agent

  func createThread(_ body: ThreadCreate) async throws(CreateThread.Failure) -> Thread {
    if let id = body.threadID, let thread = await agent.thread(id) {
      if body.ifExists == .doNothing { return thread }
      throw .conflict(ErrorResponse(detail: "Thread already exists"))
    }
    return await agent.makeThread(body.threadID, metadata: body.metadata ?? [:])
  }

  func searchThreads(_ body: ThreadSearchRequest) async throws(SearchThreads.Failure) -> [Thread] {
    let found = await agent.threads { thread in
      thread.metadata.contains(body.metadata) && (thread.values?.value ?? [:]).contains(body.values)
        && (body.ids?.contains(thread.threadID) ?? true)
        && (body.status == nil || thread.status.rawValue == body.status?.rawValue)
    }
    return found.page(body.offset, body.limit)
  }

  func countThreads(_ body: ThreadCountRequest) async throws(CountThreads.Failure) -> Int {
    await agent.threads { $0.metadata.contains(body.metadata) }.count
  }

  func getThread(threadID: UUID, include: String?) async throws(GetThread.Failure) -> Thread {
    guard let thread = await agent.thread(threadID) else { throw .notFound(.noThread(threadID)) }
    return thread
  }

  func updateThread(
    _ body: ThreadPatch, threadID: UUID
  ) async throws(UpdateThread.Failure) -> Thread {
    let changed = await agent.change(threadID) { $0.metadata.merge(body.metadata ?? [:]) { $1 } }
    guard let changed else { throw .notFound(.noThread(threadID)) }
    return changed
  }

  func deleteThread(threadID: UUID) async throws(DeleteThread.Failure) {
    guard await agent.removeThread(threadID) else { throw .notFound(.noThread(threadID)) }
  }

  func copyThread(threadID: UUID) async throws(CopyThread.Failure) -> Thread {
    guard let thread = await agent.thread(threadID) else { throw .undocumented(.notFound) }
    return await agent.makeThread(metadata: thread.metadata)
  }

  func getState(
    threadID: UUID, subgraphs: Bool?
  ) async throws(GetState.Failure) -> ThreadState {
    guard let thread = await agent.thread(threadID) else { throw .undocumented(.notFound) }
    return ThreadState(thread)
  }

  func searchHistory(
    _ body: ThreadStateSearch, threadID: UUID
  ) async throws(SearchHistory.Failure) -> [ThreadState] {
    guard let thread = await agent.thread(threadID) else { throw .undocumented(.notFound) }
    return [ThreadState(thread)]
  }
}

/// What the scenario has no use for.
extension ThreadService {
  func updateState(
    _ body: ThreadStateUpdate, threadID: UUID
  ) async throws(UpdateState.Failure) -> ThreadStateUpdateResponse {
    throw .undocumented(.notImplemented)
  }

  func postThreadsPrune(
    _ body: ThreadPruneRequest
  ) async throws(PostThreadsPrune.Failure) -> ThreadPruneResponse {
    throw .undocumented(.notImplemented)
  }

  func getThreadsThreadIDStorage(
    threadID: UUID
  ) async throws(GetThreadsThreadIDStorage.Failure) -> ThreadStorage {
    throw .undocumented(.notImplemented)
  }

  func getThreadsThreadIDStateCheckpointID(
    threadID: UUID, checkpointID: UUID, subgraphs: Bool?
  ) async throws(GetThreadsThreadIDStateCheckpointID.Failure) -> ThreadState {
    throw .undocumented(.notImplemented)
  }

  func postThreadsThreadIDStateCheckpoint(
    _ body: ThreadStateCheckpointRequest, threadID: UUID
  ) async throws(PostThreadsThreadIDStateCheckpoint.Failure) -> ThreadState {
    throw .undocumented(.notImplemented)
  }

  func getThreadsThreadIDHistory(
    threadID: UUID, limit: Int, before: String?
  ) async throws(GetThreadsThreadIDHistory.Failure) -> [ThreadState] {
    throw .undocumented(.notImplemented)
  }

  func getThreadsThreadIDStream(
    threadID: UUID, lastEventID: String?, streamModes: GetThreadsThreadIDStream.StreamModes
  ) async throws(GetThreadsThreadIDStream.Failure) -> ValueStream<ServerSentEvent<JSON>> {
    throw .undocumented(.notImplemented)
  }
}

extension Array {
  /// The elements behind some, not more than a limit. The document allows negative numbers.
  func page(_ offset: Int, _ limit: Int) -> [Element] {
    Array(dropFirst(Swift.max(0, offset)).prefix(Swift.max(0, limit)))
  }
}

extension [String: JSON] {
  /// Whether it has all members of another one.
  func contains(_ other: [String: JSON]?) -> Bool {
    (other ?? [:]).allSatisfy { self[$0.key] == $0.value }
  }
}

extension ThreadState {
  init(_ thread: Thread) {
    self.init(
      values: .object(thread.values?.value ?? [:]), next: [], createdAt: nil,
      metadata: thread.metadata,
      checkpoint: CheckpointConfig(threadID: thread.threadID.uuidString.lowercased())
    )
  }
}

extension ErrorResponse {
  static func noThread(_ id: UUID) -> Self {
    Self(detail: "Thread with ID \(id.uuidString.lowercased()) not found")
  }
}

extension Response {
  static var notFound: Response { Response(404, json: ErrorResponse(detail: "Not Found")) }
  static var notImplemented: Response {
    Response(501, json: ErrorResponse(detail: "Not Implemented"))
  }
}
