import AgentServerAPI
import ApusRuntime

import struct Foundation.Date
import struct Foundation.UUID

/// Threads and runs in memory. The one assistant only takes as long as its input says.
actor Agent {
  static let assistant = Assistant(
    assistantID: UUID(), graphID: "waiter", config: .init(), createdAt: Date(), updatedAt: Date(),
    metadata: [:], name: "waiter"
  )

  private var threads: [Thread] = []
  private var executions: [Execution] = []

  // MARK: Threads

  func thread(_ id: UUID) -> Thread? { threads.first { $0.threadID == id } }

  func threads(where isWanted: (Thread) -> Bool) -> [Thread] {
    threads.filter(isWanted).reversed()
  }

  func makeThread(_ id: UUID? = nil, metadata: [String: JSON] = [:]) -> Thread {
    let thread = Thread(
      threadID: id ?? UUID(), createdAt: Date(), updatedAt: Date(), metadata: metadata,
      status: .idle, values: .null
    )
    threads.append(thread)
    return thread
  }

  @discardableResult
  func change(_ id: UUID, _ change: (inout Thread) -> Void) -> Thread? {
    guard let index = threads.firstIndex(where: { $0.threadID == id }) else { return nil }
    change(&threads[index])
    threads[index].updatedAt = Date()
    return threads[index]
  }

  func removeThread(_ id: UUID) -> Bool {
    let count = threads.count
    threads.removeAll { $0.threadID == id }
    return threads.count < count
  }

  // MARK: Runs

  func runs(of thread: UUID) -> [Run] {
    executions.map(\.run).filter { $0.threadID == thread }.reversed()
  }

  func execution(_ run: UUID, of thread: UUID? = nil) -> Execution? {
    executions.first { $0.run.runID == run && (thread == nil || $0.run.threadID == thread) }
  }

  /// Starts a run behind those of the thread that are not over; nil if there is no such thread.
  func start(_ order: RunOrder, on thread: UUID) -> Run? {
    guard let metadata = change(thread, { $0.status = .busy })?.metadata else { return nil }
    let run = Run(
      runID: UUID(), threadID: thread, assistantID: Self.assistant.assistantID, createdAt: Date(),
      updatedAt: Date(), status: .pending,
      metadata: metadata.merging(order.metadata) { $1 },
      kwargs: ["input": .object(order.input)], multitaskStrategy: .enqueue
    )
    let former = executions.last { $0.run.threadID == thread }?.task
    executions.append(Execution(run, order))
    change(run.runID) { execution in
      execution.task = Task {
        await former?.value
        await carryOut(run.runID)
      }
    }
    return run
  }

  /// What came of a run, once it is over.
  func output(of run: UUID) async -> JSON {
    await execution(run)?.task?.value
    return execution(run)?.output ?? [:]
  }

  func events(of run: UUID, from start: Int) -> AsyncStream<ServerSentEvent<JSON>>? {
    var events: AsyncStream<ServerSentEvent<JSON>>?
    change(run) { events = $0.follow(from: start) }
    return events
  }

  /// Ends runs that are not over, and takes them away where that is asked for. How many there were.
  func cancel(where isWanted: (Run) -> Bool, rollsBack: Bool) -> Int {
    let live = executions.filter { !$0.isOver && isWanted($0.run) }
    for execution in live {
      execution.task?.cancel()
      end(execution.run.runID, .interrupted)
      if rollsBack { remove(execution.run.runID) }
    }
    return live.count
  }

  func remove(_ run: UUID) { executions.removeAll { $0.run.runID == run } }

  private func carryOut(_ id: UUID) async {
    guard let order = execution(id)?.order, execution(id)?.run.status == .pending else { return }
    change(id) { execution in
      execution.run.status = .running
      execution.emit("metadata", ["run_id": .string(id.uuidString.lowercased()), "attempt": 1])
      execution.emit("values", .object(order.input))
    }
    // An error says that it was cancelled, which is noted already.
    try? await Task.sleep(for: order.duration)
    guard execution(id)?.run.status == .running else { return }
    if order.input["fail"] == true { return fail(id) }
    let output = order.input.merging(["finished": true]) { $1 }
    change(id) { execution in
      execution.emit("updates", ["wait": ["finished": true]])
      execution.emit("values", .object(output))
      execution.output = .object(output)
    }
    if let thread = execution(id)?.run.threadID { change(thread) { $0.values = .value(output) } }
    end(id, .success)
  }

  private func fail(_ id: UUID) {
    let error: JSON = ["error": "ValueError", "message": "asked to fail"]
    change(id) { execution in
      execution.emit("error", error)
      execution.output = ["__error__": error]
    }
    end(id, .error)
  }

  private func end(_ id: UUID, _ status: Run.Status) {
    change(id) { $0.end(status) }
    guard let thread = execution(id)?.run.threadID else { return }
    let isBusy = executions.contains { $0.run.threadID == thread && !$0.isOver }
    change(thread) { $0.status = isBusy ? .busy : .idle }
  }

  private func change(_ run: UUID, _ change: (inout Execution) -> Void) {
    guard let index = executions.firstIndex(where: { $0.run.runID == run }) else { return }
    change(&executions[index])
  }
}
