import AgentServerAPI
import ApusRuntime

import func Foundation.exit

/// `Scenario URL`: uses an Agent Server by the generated client. What it answers must be what the
/// document says, as the overlay corrects it.
@main
struct Scenario {
  static func main() async {
    let url = CommandLine.arguments.dropFirst().first ?? "http://127.0.0.1:2024"
    var settings = ClientSettings()
    settings.failsOnViolations = true
    let client = Client(baseURL: url, transport: URLSessionTransport(), settings: settings)
    let cases = Cases()
    await SystemScenario(client: client, cases: cases).run()
    await ThreadScenario(client: client, cases: cases).run()
    await RunScenario(client: client, cases: cases).run()
    await StreamScenario(client: client, cases: cases).run()
    await CancellationScenario(client: client, cases: cases).run()
    await StoreScenario(client: client, cases: cases).run()
    print("\(cases.passed) passed, \(cases.failed) failed")
    exit(cases.failed == 0 ? 0 : 1)
  }
}

@MainActor
struct SystemScenario {
  let client: Client
  let cases: Cases

  func run() async {
    let system = SystemClient(client)
    let assistants = AssistantsClient(client)
    await cases.run("the server is well") {
      try equal(await system.getHealth(checkDB: .value0).ok, true, "ok")
    }
    await cases.run("it has a version") {
      try equal(await system.getInfo().version.isEmpty, false, "is empty")
    }
    await cases.run("its metrics come as text and as JSON") {
      guard case .text(let text) = try await system.getMetrics(format: .prometheus) else {
        throw Unexpected(description: "no text")
      }
      try equal(text.isEmpty, false, "is empty")
      guard case .json = try await system.getMetrics(format: .json) else {
        throw Unexpected(description: "no JSON")
      }
    }
    await cases.run("its documentation is a page") {
      try equal(await system.getDocumentation().contains("<"), true, "is a page")
    }
    await cases.run("an assistant is found, and got by its identifier") {
      let found = try await assistants.searchAssistants(.init(graphID: "waiter"))
      let assistant = try present(found.first, "assistant")
      let same = try await assistants.getAssistant(assistantID: assistant.assistantID)
      try equal(same, assistant, "assistant")
      try equal(await assistants.countAssistants(.init(graphID: "waiter")), 1, "count")
    }
    await cases.run("an assistant that isn't there is a typed 404") {
      do throws(GetAssistant.Failure) {
        _ = try await assistants.getAssistant(assistantID: .init())
        throw .unexpected(Unexpected(description: "found"))
      } catch .notFound(let error) {
        try equal(error.detail.isEmpty, false, "is empty")
      }
    }
  }
}
