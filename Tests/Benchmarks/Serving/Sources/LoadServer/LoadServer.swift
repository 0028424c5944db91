import ApusRuntime
import CancelRunsAPI
import Foundation
import Hummingbird
import Logging
import NIOCore

/// Serves `POST /runs/cancel`, and prints its port once it listens.
@main
struct LoadServer {
  /// What there is to compare, by the name that the command line has for it.
  enum Kind: String, CaseIterable {
    case hummingbird
    case handwritten
    case nio
  }

  static func main() async throws {
    guard CommandLine.arguments.count == 2, let kind = Kind(rawValue: CommandLine.arguments[1])
    else {
      let kinds = Kind.allCases.map(\.rawValue).joined(separator: "|")
      FileHandle.standardError.write(Data("usage: LoadServer \(kinds)\n".utf8))
      exit(2)
    }
    switch kind {
    case .hummingbird: try await serve(HummingbirdResponder(generated))
    case .handwritten: try await serve(HandWrittenRuns.router.buildResponder())
    case .nio: try await NIOServer(generated).run(port: 0) { announce($0?.port) }
    }
  }

  private static var generated: ApusRuntime.Router {
    var router = ApusRuntime.Router()
    router.serve(GeneratedRuns())
    return router
  }

  private static func serve<Responder: HTTPResponder>(_ responder: Responder) async throws
  where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    var logger = Logger(label: "load")
    logger.logLevel = .critical
    let application = Application(
      responder: responder,
      configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { announce($0.localAddress?.port) },
      logger: logger
    )
    try await application.runService()
  }

  private static func announce(_ port: Int?) {
    FileHandle.standardOutput.write(Data("\(port ?? 0)\n".utf8))
  }
}

/// Always finds something to cancel.
private struct GeneratedRuns: ThreadRunsAPI {
  func cancelRunsPost(
    _ body: RunsCancel, action: CancelRunsPost.Action
  ) async throws(CancelRunsPost.Failure) {}
}
