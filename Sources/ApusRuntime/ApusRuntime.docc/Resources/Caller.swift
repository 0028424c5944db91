import ApusRuntime
import CancelRuns

@main
struct Caller {
  static func main() async {
    let client = Client(baseURL: "http://127.0.0.1:2024", transport: URLSessionTransport())
    let runs = ThreadRunsClient(client)
    do {
      try await runs.cancelRunsPost(.status(.init(status: .pending)), action: .rollback)
    } catch {
      switch error {
      case .notFound(let response): print(response.detail)
      case .unprocessableContent(let response): print(response.detail)
      case .undocumented(let response): print("The server answered \(response.status).")
      case .unexpected(let cause): print(cause)
      }
    }
  }
}
