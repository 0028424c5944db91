import ApusRuntime
import CancelRunsAPI
import Foundation

/// Cancels runs by the generated client and says how the call ended: `success`, or the name of the
/// failure's case and what came with it.
@main
struct CancelRunsClient {
  static func main() async {
    do {
      let arguments = try Arguments(CommandLine.arguments.dropFirst())
      let api = ThreadRunsClient(
        Client(baseURL: arguments.server, transport: URLSessionTransport())
      )
      await withTaskGroup { calls in
        for _ in 0..<arguments.times { calls.addTask { await outcome(of: arguments, by: api) } }
        for await outcome in calls { print(outcome) }
      }
    } catch {
      FileHandle.standardError.write(Data("\(error)\n\(Arguments.usage)\n".utf8))
      exit(2)
    }
  }

  private static func outcome(
    of arguments: Arguments, by api: ThreadRunsClient
  ) async -> String {
    do throws(CancelRunsPost.Failure) {
      if let action = arguments.action {
        try await api.cancelRunsPost(arguments.body, action: action)
      } else {
        try await api.cancelRunsPost(arguments.body)
      }
      return "success"
    } catch {
      return switch error {
      case .notFound(let response): "notFound \(response.detail)"
      case .unprocessableContent(let response): "unprocessableContent \(response.detail)"
      case .undocumented(let response): "undocumented \(response.status)"
      case .unexpected(let error): "unexpected \(error)"
      }
    }
  }
}
