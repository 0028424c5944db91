import AgentServerAPI
import ApusRuntime

struct SystemService: SystemAPI {
  func getInfo() async throws(GetInfo.Failure) -> GetInfo.OKBody {
    GetInfo.OKBody(version: "1.0", langgraphPyVersion: "none", flags: ["assistants": true])
  }

  func getMetrics(
    format: GetMetrics.Format
  ) async throws(GetMetrics.Failure) -> GetMetrics.OKContent {
    switch format {
    case .prometheus: .text("workers_active 0\n")
    case .json: .json(["workers": 0])
    }
  }

  func getDocumentation() async throws(GetDocumentation.Failure) -> String { "<!doctype html>" }

  func getHealth(
    checkDB: GetHealth.CheckDB
  ) async throws(GetHealth.Failure) -> GetHealth.OKBody {
    GetHealth.OKBody(ok: true)
  }
}
