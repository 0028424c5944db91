import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The exchanges of a session that are under way: hands what the session tells of each task to
/// whoever waits for it.
final class URLSessionExchanges: NSObject, URLSessionDataDelegate {
  private struct Exchange: Sendable {
    /// Who waits for the response; `nil` once it has come.
    var head: CheckedContinuation<Response, any Error>?
    let body: BodyInlet
    /// What holds the request's body while it is sent.
    let file: OutgoingFile?
  }

  private let exchanges = Mutex<[Int: Exchange]>([:])
  /// How many bytes of a response may wait to be read, where the session can't pause.
  private let backlogLimit: Int

  init(backlogLimit: Int) {
    self.backlogLimit = backlogLimit
  }

  /// Starts a task and waits for the response's status and header.
  ///
  /// - Throws: `CancellationError` as soon as the calling task is cancelled, else what the session
  ///   reports.
  ///
  /// - Parameter file: What holds the request's body, if it is in a file.
  func start(
    _ task: URLSessionDataTask, sending file: OutgoingFile? = nil
  ) async throws -> Response {
    let body = inlet(from: task)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { head in
        let exchange = Exchange(head: head, body: body, file: file)
        exchanges.withLock { $0[task.taskIdentifier] = exchange }
        task.resume()
        if Task.isCancelled { cancel(task) }
      }
    } onCancel: {
      cancel(task)
    }
  }

  /// Where the body of a task's response comes in. A task of FoundationNetworking that goes on after a
  /// pause sends its request again, so that it can't pause.
  private func inlet(from task: URLSessionTask) -> BodyInlet {
    #if canImport(FoundationNetworking)
      BodyInlet(limit: backlogLimit) { task.cancel() }
    #else
      BodyInlet(pause: { task.suspend() }, resume: { task.resume() }, cancel: { task.cancel() })
    #endif
  }

  private func cancel(_ task: URLSessionTask) {
    finish(task, throwing: CancellationError())
    task.cancel()
  }

  private func finish(_ task: URLSessionTask, throwing error: (any Error)?) {
    let exchange = exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }
    exchange?.head?.resume(throwing: error ?? URLError(.badServerResponse))
    exchange?.body.finish(throwing: error)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let waiting = exchanges.withLock { exchanges -> Exchange? in
      let exchange = exchanges[dataTask.taskIdentifier]
      exchanges[dataTask.taskIdentifier]?.head = nil
      return exchange
    }
    guard let waiting, let head = waiting.head, let response = response as? HTTPURLResponse else {
      return completionHandler(.cancel)
    }
    head.resume(returning: Response(response, body: waiting.body))
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let body = exchanges.withLock { $0[dataTask.taskIdentifier]?.body }
    body?.receive(Array(data))
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    // Only a cancelled caller or reader cancels a task.
    let isCancelled = (error as? URLError)?.code == .cancelled
    finish(task, throwing: isCancelled ? CancellationError() : error.map(Self.withoutAddress))
  }

  /// The same error without the address, which may have a key in it.
  private static func withoutAddress(_ error: any Error) -> any Error {
    guard let error = error as? URLError else { return error }
    let words = error.userInfo.filter { $0.key == NSLocalizedDescriptionKey }
    return URLError(error.code, userInfo: words)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  #if canImport(FoundationNetworking)
    /// Here a session that has no credentials for HTTP's basic or digest scheme says nothing more
    /// after a 401, not even that the response is over. It asks when the whole response has come.
    func urlSession(
      _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
      completionHandler:
        @escaping @Sendable (
          URLSession.AuthChallengeDisposition, URLCredential?
        ) -> Void
    ) {
      finish(task, throwing: nil)
      completionHandler(.cancelAuthenticationChallenge, nil)
    }
  #endif
}

extension Response {
  /// What the session tells of a response. The fields that speak of the connection or of an
  /// encoding are left out: the session has seen to these.
  fileprivate init(_ response: HTTPURLResponse, body: BodyInlet) {
    var headers = HeaderFields()
    for (name, value) in response.allHeaderFields {
      guard let text = name as? String, let name = HeaderName(text) else { continue }
      headers.append(name, "\(value)")
    }
    let isEncoded = headers[.contentEncoding] != nil
    for name in ["Connection", "Keep-Alive", "Transfer-Encoding"] as [HeaderName] {
      headers[name] = nil
    }
    if isEncoded {
      headers[.contentEncoding] = nil
      headers[.contentLength] = nil
    }
    self.init(response.statusCode, headers: headers, body: body.body())
  }
}
