import AgentServerAPI
import ApusRuntime

/// Runs that have a thread of their own.
struct StatelessRunService: StatelessRunsAPI {
  let agent: Agent

  func createStatelessRun(
    _ body: RunCreateStateless
  ) async throws(CreateStatelessRun.Failure) -> CreateStatelessRun.OK {
    guard let run = await start(body), let json = try? JSON(json: run.json) else {
      throw .undocumented(.notFound)
    }
    return CreateStatelessRun.OK(body: json, contentLocation: run.path)
  }

  func streamStatelessRun(
    _ body: RunCreateStreamingStateless
  ) async throws(StreamStatelessRun.Failure) -> StreamStatelessRun.OK {
    guard let run = await start(body), let events = await agent.events(of: run) else {
      throw .undocumented(.notFound)
    }
    return StreamStatelessRun.OK(body: events, contentLocation: run.path)
  }

  func waitForStatelessRun(
    _ body: RunCreateStreamingStateless
  ) async throws(WaitForStatelessRun.Failure) -> WaitForStatelessRun.OK {
    guard let run = await start(body) else { throw .undocumented(.notFound) }
    return WaitForStatelessRun.OK(
      body: await agent.output(of: run.runID), contentLocation: run.path
    )
  }

  func createRuns(_ body: RunBatchCreate) async throws(CreateRuns.Failure) -> JSON {
    throw .undocumented(.notImplemented)
  }

  private func start(_ body: some JSONCodable) async -> Run? {
    await agent.start(body, on: await agent.makeThread().threadID)
  }
}
