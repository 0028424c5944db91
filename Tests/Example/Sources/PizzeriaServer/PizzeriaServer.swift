import ApusRuntime
import Foundation
import Hummingbird
import NIOCore
import PizzeriaAPI

/// `PizzeriaServer [PORT [SECONDS]]`: listens at a port, or at any that is free if that is 0, and
/// takes some seconds for each step of an order.
@main
struct PizzeriaServer {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let port = arguments.first.flatMap(Int.init) ?? 8080
    let pace = arguments.dropFirst().first.flatMap(Double.init) ?? 1

    let application = Application(
      responder: HummingbirdResponder(.pizzeria(pace: pace)),
      configuration: .init(address: .hostname("127.0.0.1", port: port)),
      onServerRunning: { channel in
        let address = "http://127.0.0.1:\(channel.localAddress?.port ?? port)\n"
        FileHandle.standardOutput.write(Data(address.utf8))
      }
    )
    try await application.runService()
  }
}
