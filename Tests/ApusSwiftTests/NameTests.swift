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

  @Test(
    "of values say their symbols, where these do more than part words",
    arguments: [
      ("", "empty"), ("+", "plus"), ("-", "minus"), ("*", "asterisk"), (" ", "space"),
      (">=", "greaterThanOrEqual"), ("<", "lessThan"), ("!=", "notEqual"), ("!x", "notX"),
      ("+1", "plus1"), ("-1", "minus1"), ("-created_at", "minusCreatedAt"), ("A+", "aPlus"),
      ("C++", "cPlusPlus"), ("50%", "value50Percent"), ("R&D", "rAndD"), ("1.5", "value1Point5"),
      ("gpt-3.5-turbo", "gpt3Point5Turbo"), ("16:9", "value16To9"), ("✅", "whiteHeavyCheckMark"),
      ("❤️", "heavyBlackHeart"), ("\u{200F}", "rightToLeftMark"), ("\u{200F}abc", "abc"),
      ("application/ld+json", "applicationLdJSON"), ("$ref", "ref"), ("a.b:c d", "aBCD"),
      ("\u{0}", "u0"), ("€", "euroSign"), ("default", "`default`"), ("Größe", "größe"),
    ])
  func values(text: String, identifier: String) {
    var table = NameTable(.cases)
    #expect(table.name(for: ValueName(of: text).words).text == identifier)
  }

  @Test("of values that differ in capitals or symbols alone say so, before numbers do")
  func alike() {
    #expect(
      names(of: "asc", "ASC", "Asc", "aSc") == ["asc", "uppercaseAsc", "capitalizedAsc", "aSc"])
    #expect(
      names(of: "a-b", "a_b", "a b", "A-B")
        == ["aMinusB", "aUnderscoreB", "aB", "uppercaseAB"])
    #expect(names(of: "1:11", "11:1", "111") == ["value1To11", "value11To1", "value111"])
    #expect(names(of: "x", "\u{200F}x", "x2") == ["x", "x3", "x2"])
    #expect(names(of: "-", "minus", "Minus") == ["minus2", "minus", "capitalizedMinus"])
  }

  private func names(of values: String...) -> [String] {
    var table = NameTable(.cases)
    let wishes = values.map { ValueName(of: $0) }
    return table.names(for: wishes).map(\.text)
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
    #expect(table.names(for: wishes).map(\.text) == ["aB4", "aB", "aB2", "aB3", "taken2"])
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
