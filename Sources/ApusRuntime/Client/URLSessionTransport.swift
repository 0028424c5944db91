import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A transport over the network by `URLSession`.
///
/// Redirects are not followed: they arrive as the responses that they are, so that credentials
/// never go where nobody sent them. Cookies are neither kept nor sent, nothing is cached.
///
/// Bodies of responses are streamed. Where the session is Apple's own, the server has to wait while
/// nobody reads. FoundationNetworking's can't make it wait: there, what comes faster than it is read
/// is kept, up to `backlogLimit`, and then the body ends with ``BodyBacklog``.
///
/// The body of a request is sent once all of it is there: from memory, or from a temporary file where
/// it is a long stream, up to `streamLimit`; a longer one is not sent, with ``BodyTooLarge``:
/// FoundationNetworking's sessions wait inside of a stream that has no bytes as yet, and until it has
/// some, no other request of the process is sent, answered or cancelled. For requests that are sent
/// while they are made, take another engine, such as AsyncHTTPClient.
public struct URLSessionTransport: Transport {
  /// The longest stream that is gathered in memory to be sent.
  private static let memoryLimit = 1 << 16

  private let session: Session
  private let streamLimit: Int

  /// A transport with a session of its own.
  ///
  /// - Parameters:
  ///   - configuration: Timeouts, proxies and connections per host, for example.
  ///   - backlogLimit: The most bytes of a response that wait to be read where the session can't make
  ///     the server wait.
  ///   - streamLimit: The most bytes of a request's stream that are gathered before it is sent.
  public init(
    configuration: URLSessionConfiguration = .ephemeral, backlogLimit: Int = 1 << 26,
    streamLimit: Int = 1 << 30
  ) {
    session = Session(configuration, backlogLimit: backlogLimit)
    self.streamLimit = streamLimit
  }

  public func send(_ request: Request) async throws -> Response {
    guard let origin = request.origin, let url = URL(string: origin + request.target) else {
      throw URLError(.badURL)
    }
    var urlRequest = URLRequest(url: url)
    urlRequest.httpMethod = request.method.name
    for field in request.headers {
      urlRequest.addValue(field.value, forHTTPHeaderField: field.name.description)
    }
    if request.body.bytes == nil, request.body.length ?? .max > Self.memoryLimit {
      let file = try await OutgoingFile(request.body, upTo: streamLimit)
      let task = session.session.uploadTask(with: urlRequest, fromFile: file.url)
      return try await session.exchanges.start(task, sending: file)
    }
    let body = try await request.body.collect(upTo: .max)
    if !body.isEmpty { urlRequest.httpBody = Data(body) }
    return try await session.exchanges.start(session.session.dataTask(with: urlRequest))
  }

  /// The session and its end: it lives as long as a transport refers to it.
  private final class Session: Sendable {
    let exchanges: URLSessionExchanges
    let session: URLSession

    init(_ configuration: URLSessionConfiguration, backlogLimit: Int) {
      exchanges = URLSessionExchanges(backlogLimit: backlogLimit)
      let own = configuration.copy() as? URLSessionConfiguration ?? configuration
      own.httpCookieStorage = nil
      own.httpShouldSetCookies = false
      own.urlCache = nil
      session = URLSession(configuration: own, delegate: exchanges, delegateQueue: nil)
    }

    deinit {
      session.finishTasksAndInvalidate()
    }
  }
}
