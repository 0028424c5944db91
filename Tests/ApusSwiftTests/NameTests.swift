import Testing

@testable import ApusSwift

@Suite("Names")
struct NameTests {
  @Test(
    "are made of the words of a document's name",
    arguments: [
      ("thread_id", "threadID", "ThreadID"),
      ("run_ids", "runIDs", "RunIDs"),
      ("runIDs", "runIDs", "RunIDs"),
      ("RunsCancel", "runsCancel", "RunsCancel"),
      ("cancel_runs_post", "cancelRunsPost", "CancelRunsPost"),
      ("Thread Runs", "threadRuns", "ThreadRuns"),
      ("HTTPServerURL", "httpServerURL", "HTTPServerURL"),
      ("base-url", "baseURL", "BaseURL"),
      ("id", "id", "ID"),
      ("X-Request-ID", "xRequestID", "XRequestID"),
      ("v2beta1", "v2beta1", "V2beta1"),
    ])
  func words(name: String, member: String, type: String) {
    #expect(Words(of: name).lowerCamelCase == member)
    #expect(Words(of: name).upperCamelCase == type)
  }

  @Test(
    "are identifiers, whatever is asked for",
    arguments: [
      ("default", "`default`"), ("self", "selfValue"), ("init", "initValue"), ("2nd", "value2nd"),
      ("", "unnamed"), ("+", "unnamed"), ("\u{202E}", "unnamed"), ("a.b/c", "aBC"),
      ("in", "`in`"), ("Type", "type"), ("👍", "unnamed"),
    ])
  func members(name: String, identifier: String) {
    var table = NameTable(.members)
    #expect(table.name(for: Words(of: name)).text == identifier)
  }

  @Test("of types hide nothing that generated code mentions")
  func types() {
    var table = NameTable(.types)
    let names = table.names(for: ["Error", "string", "Schema", "type", "Run"].map(Words.init(of:)))
    #expect(names.map(\.text) == ["APIError", "APIString", "APISchema", "TypeValue", "Run"])
  }

  @Test("are different in a scope, and a name of the document's own keeps its spelling")
  func collisions() {
    var table = NameTable(.members, reserved: ["taken"])
    let wishes = ["a_b", "aB", "a_b2", "a b", "taken"].map(Words.init(of:))
    #expect(table.names(for: wishes).map(\.text) == ["aB", "aB3", "aB2", "aB4", "taken2"])
  }

  @Test("stay as they are when others come behind them")
  func stability() {
    var few = NameTable(.members)
    var more = NameTable(.members)
    let wishes = ["x", "X", "y"].map(Words.init(of:))
    #expect(
      few.names(for: wishes) == Array(more.names(for: wishes + [Words(of: "z")]).prefix(3)))
  }
}
