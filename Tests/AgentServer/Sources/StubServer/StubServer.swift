import AgentServerAPI
import ApusRuntime
import Hummingbird
import NIOCore

import struct Foundation.Data
import class Foundation.FileHandle

/// `StubServer --port PORT`: an Agent Server of the generated stubs on Hummingbird. It prints its port
/// once it listens.
@main
struct StubServer {
  static func main() async throws {
    let port = CommandLine.arguments.dropFirst(2).first.flatMap(Int.init) ?? 0
    let application = Application(
      responder: HummingbirdResponder(router()),
      configuration: .init(address: .hostname("127.0.0.1", port: port)),
      onServerRunning: { channel in
        FileHandle.standardOutput.write(Data("\(channel.localAddress?.port ?? 0)\n".utf8))
      }
    )
    try await application.runService()
  }

  private static func router() -> ApusRuntime.Router {
    let agent = Agent()
    var router = ApusRuntime.Router()
    router.settings.checksResponses = true
    router.serve(AssistantService())
    router.serve(ThreadService(agent: agent))
    router.serve(RunService(agent: agent))
    router.serve(StatelessRunService(agent: agent))
    router.serve(StoreService())
    router.serve(SystemService())
    return router
  }
}
