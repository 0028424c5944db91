import ApusRuntime
import CancelRuns
import Hummingbird

@main
struct Server {
  static func main() async throws {
    var router = ApusRuntime.Router()
    router.serve(Runs())
    let application = Application(
      responder: HummingbirdResponder(router),
      configuration: .init(address: .hostname("127.0.0.1", port: 2024))
    )
    try await application.runService()
  }
}
