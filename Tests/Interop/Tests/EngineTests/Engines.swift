import ApusRuntime
import EngineAPI
import Testing

/// What carries requests, and what answers them.
struct Engines: Sendable {
  enum ClientEngine: String {
    case urlSession = "URLSession"
    case asyncHTTPClient = "AsyncHTTPClient"
    case inProcess = "in process"
  }

  enum ServerEngine: String {
    case hummingbird = "Hummingbird"
    case nio = "SwiftNIO"
    case inProcess = "in process"
  }

  let client: ClientEngine
  let server: ServerEngine

  /// Every client with every server that it can reach.
  static let all: [Engines] =
    [Engines(client: .inProcess, server: .inProcess)]
    + [ClientEngine.urlSession, .asyncHTTPClient].flatMap { client in
      [ServerEngine.hummingbird, .nio].map { Engines(client: client, server: $0) }
    }

  /// Those whose client sends a request while it is made; others gather it first.
  static let sendingLive = all.filter { $0.client != .urlSession }

  /// Those whose client makes the server wait while nobody reads.
  static let holdingBack = all.filter { engines in
    #if canImport(FoundationNetworking)
      engines.client != .urlSession
    #else
      true
    #endif
  }

  /// Those whose server cancels an operation whose client is gone before there is a response.
  static let cancellingOperations = all.filter { $0.server != .hummingbird }
}

extension Engines: CustomTestStringConvertible {
  var testDescription: String {
    client == .inProcess ? "in process" : "\(client.rawValue) to \(server.rawValue)"
  }
}

extension Engines {
  /// The server did not start.
  struct NoServer: Error {}

  /// Serves a router as long as some work takes, for which there is a client.
  @discardableResult
  func serve<Result: Sendable>(
    _ router: Router, credentials: Credentials? = nil, middleware: [any Middleware] = [],
    _ work: @Sendable (Client) async throws -> Result
  ) async throws -> Result {
    if server == .inProcess {
      return try await work(
        Client(transport: router, credentials: credentials, middleware: middleware))
    }
    let transport = transport(in: router)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      let (ports, port) = AsyncStream<Int>.makeStream()
      group.addTask {
        defer { port.finish() }
        switch server {
        case .nio: try await NIOServers.run(router) { port.yield($0) }
        case .hummingbird: try await HummingbirdServers.run(router) { port.yield($0) }
        case .inProcess: break
        }
      }
      var iterator = ports.makeAsyncIterator()
      guard let number = await iterator.next() else {
        try await group.waitForAll()
        throw NoServer()
      }
      let result = try await work(
        Client(
          baseURL: "http://127.0.0.1:\(number)", transport: transport, credentials: credentials,
          middleware: middleware))
      group.cancelAll()
      return result
    }
  }

  private func transport(in router: Router) -> any Transport {
    switch client {
    case .urlSession: URLSessionTransport()
    case .asyncHTTPClient: AsyncHTTPClientTransport()
    case .inProcess: router
    }
  }
}
