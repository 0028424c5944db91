import ApusRuntime
import EngineAPI
import Hummingbird
import Logging
import NIOCore

/// Servers by Hummingbird.
enum HummingbirdServers {
  /// Serves a router on a free port until the task is cancelled.
  static func run(
    _ router: ApusRuntime.Router, onStart: @escaping @Sendable (Int) -> Void
  ) async throws {
    var logger = Logger(label: "tests")
    logger.logLevel = .critical
    let application = Application(
      responder: HummingbirdResponder(router),
      configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in onStart(channel.localAddress?.port ?? 0) },
      logger: logger
    )
    try await application.runService(gracefulShutdownSignals: [])
  }
}

/// Servers by SwiftNIO.
enum NIOServers {
  /// Serves a router on a free port until the task is cancelled.
  static func run(
    _ router: ApusRuntime.Router, onStart: @Sendable (Int) -> Void
  ) async throws {
    try await NIOServer(router).run(port: 0) { address in onStart(address?.port ?? 0) }
  }
}
