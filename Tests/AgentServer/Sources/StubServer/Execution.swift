import AgentServerAPI
import ApusRuntime

/// One run, with what has come of it so far.
struct Execution {
  var run: Run
  let order: RunOrder
  var task: Task<Void, Never>?
  var output: JSON = [:]
  private var events: [ServerSentEvent<JSON>] = []
  private var followers: [AsyncStream<ServerSentEvent<JSON>>.Continuation] = []

  init(_ run: Run, _ order: RunOrder) {
    self.run = run
    self.order = order
  }

  var isOver: Bool { run.status != .pending && run.status != .running }

  mutating func emit(_ type: String, _ data: JSON) {
    let id = order.isResumable ? String(events.count + 1) : ""
    let event = ServerSentEvent(type: type, data: data, id: id)
    events.append(event)
    for follower in followers { follower.yield(event) }
  }

  mutating func end(_ status: Run.Status) {
    run.status = status
    for follower in followers { follower.finish() }
    followers = []
  }

  /// The events from some number on, those to come as well.
  mutating func follow(from start: Int) -> AsyncStream<ServerSentEvent<JSON>> {
    let (stream, follower) = AsyncStream.makeStream(of: ServerSentEvent<JSON>.self)
    for event in events.dropFirst(start) { follower.yield(event) }
    if isOver { follower.finish() } else { followers.append(follower) }
    return stream
  }
}
