import ApusRuntime
import CancelRunsAPI
import Synchronization

/// Operations that no document has, for those who try what a server bears.
enum OtherOperations {
  private typealias Failure = CancelRunsPost.Failure

  static func serve(on router: inout Router) {
    addEcho(to: &router)
    addEvents(to: &router)
  }

  /// Streams a body back as it comes, with the fields whose names begin with `X-`, and says what `Host`
  /// was.
  private static func addEcho(to router: inout Router) {
    router.on(.post, "/echo") { (request: inout RequestReader<Failure>) throws(Failure) in
      var headers: HeaderFields = [:]
      for field in request.request.headers where field.name.description.lowercased().hasPrefix("x-")
      {
        headers.append(field.name, field.value)
      }
      headers["Echo-Host"] = request.request.headers["Host"]
      return Response(200, headers: headers, body: request.request.body)
    }
  }

  /// Streams of events without an end: `POST /events` sends one to all, `GET /listeners` says how many
  /// there are.
  private static func addEvents(to router: inout Router) {
    let listeners = Listeners()
    router.on(.get, "/events") { (_: inout RequestReader<Failure>) throws(Failure) in
      Response(200, textEvents: ValueStream(listeners.add()), mediaType: "text/event-stream")
    }
    router.on(.post, "/events") { (_: inout RequestReader<Failure>) throws(Failure) in
      listeners.send(ServerSentEvent(data: "again"))
      return Response(204)
    }
    router.on(.get, "/listeners") { (_: inout RequestReader<Failure>) throws(Failure) in
      Response(200, text: "\(listeners.count)", mediaType: "text/plain")
    }
  }
}

/// Those who listen to events, until they listen no more.
private final class Listeners: Sendable {
  private typealias Listener = AsyncStream<ServerSentEvent<String>>.Continuation

  private let state = Mutex<(next: Int, listeners: [Int: Listener])>((0, [:]))

  var count: Int { state.withLock { $0.listeners.count } }

  func add() -> AsyncStream<ServerSentEvent<String>> {
    let (events, listener) = AsyncStream<ServerSentEvent<String>>.makeStream(
      bufferingPolicy: .bufferingNewest(16))
    listener.yield(ServerSentEvent(data: "first"))
    let number = state.withLock { state in
      state.next += 1
      state.listeners[state.next] = listener
      return state.next
    }
    listener.onTermination = { [weak self] _ in
      _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
    }
    return events
  }

  func send(_ event: ServerSentEvent<String>) {
    for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield(event) }
  }
}
