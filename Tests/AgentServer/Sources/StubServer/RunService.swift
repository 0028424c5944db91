import AgentServerAPI
import ApusRuntime

import struct Foundation.UUID

/// Runs on threads.
struct RunService: ThreadRunsAPI {
  let agent: Agent

  func listRuns(
    threadID: UUID, limit: Int, offset: Int, status: ListRuns.Status?,
    select: [ListRuns.SelectElement]?
  ) async throws(ListRuns.Failure) -> [Run] {
    let runs = await agent.runs(of: threadID).filter { run in
      status == nil || run.status.rawValue == status?.rawValue
    }
    return runs.page(offset, limit)
  }

  func createRun(
    _ body: RunCreateStateful, threadID: UUID
  ) async throws(CreateRun.Failure) -> CreateRun.OK {
    guard let run = await agent.start(body, on: threadID) else {
      throw .notFound(.noThread(threadID))
    }
    return CreateRun.OK(body: run, contentLocation: run.path)
  }

  func streamRun(
    _ body: RunCreateStreamingStateful, threadID: UUID
  ) async throws(StreamRun.Failure) -> StreamRun.OK {
    guard let run = await agent.start(body, on: threadID), let events = await agent.events(of: run)
    else {
      throw .notFound(.noThread(threadID))
    }
    return StreamRun.OK(
      body: events, contentLocation: run.path, location: "\(run.path)/stream"
    )
  }

  func waitForRun(
    _ body: RunCreateStreamingStateful, threadID: UUID
  ) async throws(WaitForRun.Failure) -> WaitForRun.OK {
    guard let run = await agent.start(body, on: threadID) else {
      throw .notFound(.noThread(threadID))
    }
    return WaitForRun.OK(body: await agent.output(of: run.runID), contentLocation: run.path)
  }

  func getRun(threadID: UUID, runID: UUID) async throws(GetRun.Failure) -> Run {
    guard let execution = await agent.execution(runID, of: threadID) else {
      throw .notFound(.noRun)
    }
    return execution.run
  }

  func deleteRun(threadID: UUID, runID: UUID) async throws(DeleteRun.Failure) {
    guard await agent.execution(runID, of: threadID) != nil else { throw .notFound(.noRun) }
    await agent.remove(runID)
  }

  func joinRun(
    threadID: UUID, runID: UUID, cancelOnDisconnect: Bool
  ) async throws(JoinRun.Failure) -> JSON {
    guard await agent.execution(runID, of: threadID) != nil else { throw .notFound(.noRun) }
    return await agent.output(of: runID)
  }

  func joinStream(
    threadID: UUID, runID: UUID, lastEventID: String?, streamMode: String?,
    cancelOnDisconnect: Bool
  ) async throws(JoinStream.Failure) -> ValueStream<ServerSentEvent<JSON>> {
    let start = lastEventID.flatMap(Int.init) ?? 0
    guard await agent.execution(runID, of: threadID) != nil,
      let events = await agent.events(of: runID, from: start)
    else { throw .notFound(.noRun) }
    return ValueStream(events)
  }

  func cancelRun(
    threadID: UUID, runID: UUID, wait: CancelRun.Wait, action: CancelRun.Action
  ) async throws(CancelRun.Failure) -> CancelRun.Success {
    let count = await agent.cancel(
      where: { $0.threadID == threadID && $0.runID == runID }, rollsBack: action == .rollback
    )
    if count == 0 { throw .notFound(.noRun) }
    return .accepted
  }

  func cancelRuns(
    _ body: RunsCancel, action: CancelRuns.Action
  ) async throws(CancelRuns.Failure) {
    if case .status(let filter) = body, filter.threadID != nil || filter.runIDs != nil {
      throw .unprocessableContent(ErrorResponse(detail: "A status stands alone."))
    }
    let count = await agent.cancel(where: body.matches, rollsBack: action == .rollback)
    if count == 0 { throw .notFound(ErrorResponse(detail: "No runs found to cancel.")) }
  }
}

extension Agent {
  /// Starts what a body asks for; nil if there is no such thread.
  func start(_ body: some JSONCodable, on thread: UUID) -> Run? {
    guard let order = try? RunOrder(body) else { return nil }
    return start(order, on: thread)
  }

  /// The events of a run that has just been started.
  func events(of run: Run) -> ValueStream<ServerSentEvent<JSON>>? {
    guard let events = events(of: run.runID, from: 0) else { return nil }
    let isCut = execution(run.runID)?.order.cutsStream ?? false
    return isCut ? ValueStream(events.prefix(2)) : ValueStream(events)
  }
}

extension Run {
  var path: String {
    "/threads/\(threadID.uuidString.lowercased())/runs/\(runID.uuidString.lowercased())"
  }
}

extension ErrorResponse {
  static let noRun = Self(detail: "Run not found")
}

extension RunsCancel {
  /// Whether the payload asks for the run to be cancelled.
  func matches(_ run: Run) -> Bool {
    switch self {
    case .status(let filter): filter.status == .all || filter.status.rawValue == run.status.rawValue
    case .threadIDAndRunIDs(let filter):
      filter.threadID == run.threadID && filter.runIDs.contains(run.runID)
    }
  }
}
