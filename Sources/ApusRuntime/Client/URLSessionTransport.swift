import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A transport over the network by `URLSession`.
///
/// Redirects are not followed: they arrive as the responses that they are, so that credentials
/// never go where nobody sent them. Cookies are neither kept nor sent, nothing is cached. Bodies of
/// responses are streamed; where the session is Apple's own, the server has to wait while nobody
/// reads, elsewhere what it sends is kept until it is read. The body of a request is sent once all of it is there: from memory, or from a temporary file where it is a long stream.
public struct URLSessionTransport: Transport {
  /// The longest stream that is gathered in memory to be sent.
  private static let memoryLimit = 1 << 16

  private let session: Session

  /// A transport with a session of its own.
  ///
  /// - Parameter configuration: Timeouts, proxies and connections per host, for example.
  public init(configuration: URLSessionConfiguration = .ephemeral) {
    session = Session(configuration)
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
      let file = try await OutgoingFile(request.body)
      let task = session.session.uploadTask(with: urlRequest, fromFile: file.url)
      return try await session.exchanges.start(task, sending: file)
    }
    let body = try await request.body.collect(upTo: .max)
    if !body.isEmpty { urlRequest.httpBody = Data(body) }
    return try await session.exchanges.start(session.session.dataTask(with: urlRequest))
  }

  /// The session and its end: it lives as long as a transport refers to it.
  private final class Session: Sendable {
    let exchanges = URLSessionExchanges()
    let session: URLSession

    init(_ configuration: URLSessionConfiguration) {
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
