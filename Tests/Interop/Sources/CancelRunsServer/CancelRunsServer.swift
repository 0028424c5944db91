import ApusRuntime
import CancelRunsAPI
import Foundation
import Hummingbird
import NIOCore

/// A server made from the generated stubs, by either engine. It prints its port once it listens.
@main
struct CancelRunsServer {
  static func main() async throws {
    let arguments: Arguments
    do {
      arguments = try Arguments(CommandLine.arguments.dropFirst())
    } catch {
      FileHandle.standardError.write(Data("\(error)\n\(Arguments.usage)\n".utf8))
      exit(2)
    }
    switch arguments.engine {
    case .hummingbird:
      let application = Application(
        responder: HummingbirdResponder(router(arguments)),
        configuration: .init(address: .hostname("127.0.0.1", port: arguments.port)),
        onServerRunning: { channel in announce(channel.localAddress?.port) }
      )
      try await application.runService()
    case .nio:
      var server = NIOServer(router(arguments))
      if let timeout = arguments.timeout { server.timeout = .seconds(timeout) }
      server.connectionLimit = 20_000
      try await server.run(port: arguments.port) { address in announce(address?.port) }
    }
  }

  private static func router(_ arguments: Arguments) -> ApusRuntime.Router {
    var router = ApusRuntime.Router()
    if let limit = arguments.bodyLimit { router.settings.bodyLimit = limit }
    switch arguments.answer {
    case .runs: router.serve(RunStore(arguments.runs))
    case .success: router.serve(AlwaysCancelled())
    case .failure: router.serve(AlwaysFailing())
    }
    OtherOperations.serve(on: &router)
    return router
  }

  private static func announce(_ port: Int?) {
    FileHandle.standardOutput.write(Data("\(port ?? 0)\n".utf8))
  }
}
