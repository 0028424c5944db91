import ApusRuntime
import Dispatch
import Foundation

extension LoopbackServer {
  /// A server of a router's operations: what an adapter for a real engine does.
  convenience init(serving router: Router) throws {
    try self.init { connection in
      let (head, body) = connection.receive()
      guard let request = Request(head: head, body: body) else { return }
      let done = DispatchSemaphore(value: 0)
      Task(executorPreference: ServingExecutor()) {
        let response = await router.respond(to: request)
        let body = (try? await response.body.collect(upTo: .max)) ?? []
        connection.send(response.head(length: body.count) + body)
        done.signal()
      }
      done.wait()
    }
  }
}

/// Threads apart from those that all tests share: while these are busy for long, a client would give
/// a server up.
private final class ServingExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "serving", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

extension Request {
  /// A request as it was sent.
  fileprivate init?(head: [Substring], body: [UInt8]) {
    let words = head.first?.split(separator: " ") ?? []
    guard words.count == 3, let method = HTTPMethod(String(words[0])) else { return nil }
    var fields = HeaderFields()
    for line in head.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let name = HeaderName(String(parts[0])) else { continue }
      fields.append(name, parts[1].trimmingCharacters(in: .whitespaces))
    }
    self.init(method, String(words[1]), headers: fields, body: Body(body))
  }
}

extension Response {
  /// What goes out before the body.
  fileprivate func head(length: Int) -> [UInt8] {
    var text = "HTTP/1.1 \(status) x\r\nConnection: close\r\n"
    if status != 204 { text += "Content-Length: \(length)\r\n" }
    for field in headers where field.name != "Content-Length" {
      text += "\(field.name): \(field.value)\r\n"
    }
    return Array((text + "\r\n").utf8)
  }
}
