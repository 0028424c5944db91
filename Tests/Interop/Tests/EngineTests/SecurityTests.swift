import ApusRuntime
import EngineAPI
import Synchronization
import Testing

@Suite("Credentials, over every engine", .timeLimit(.minutes(1)))
struct SecurityTests {
  private struct Porter: Authenticator {
    func principal(key: String) async throws -> Bool? { key == "right" ? true : nil }
  }

  private struct Secrets: SecretsAPI {
    func readSecret() async throws(ReadSecret.Failure) {}
  }

  private static var router: Router {
    var router = Router()
    router.serve(authenticatedBy: Porter()) { _ in Secrets() }
    return router
  }

  @Test("The right ones open, others don't", arguments: Engines.all)
  func keys(_ engines: Engines) async throws {
    try await engines.serve(Self.router, credentials: Credentials(key: "right")) { client in
      try await SecretsClient(client).readSecret()
    }
    try await engines.serve(Self.router, credentials: Credentials(key: "wrong")) { client in
      await #expect {
        try await SecretsClient(client).readSecret()
      } throws: { error in
        guard case ReadSecret.Failure.undocumented(let response) = error else { return false }
        return response.status == 401
      }
    }
  }

  @Test("They follow no redirect", arguments: Engines.all)
  func redirects(_ engines: Engines) async throws {
    let visits = Mutex<[String]>([])
    var other = Router()
    other.on(.get, "/other") {
      (request: inout RequestReader<ReadSecret.Failure>) throws(ReadSecret.Failure) in
      visits.withLock { $0.append("\(request.request.headers)") }
      return Response(204)
    }
    try await engines.serve(other) { elsewhere in
      var router = Router()
      let target = elsewhere.baseURL + "/other"
      router.on(.get, "/secret") {
        (request: inout RequestReader<ReadSecret.Failure>) throws(ReadSecret.Failure) in
        Response(307, headers: ["Location": target])
      }
      try await engines.serve(router, credentials: Credentials(key: "right")) { client in
        await #expect {
          try await SecretsClient(client).readSecret()
        } throws: { error in
          guard case ReadSecret.Failure.undocumented(let response) = error else { return false }
          return response.status == 307
        }
      }
    }
    #expect(visits.withLock { $0 }.isEmpty)
  }
}
