import ApusYAML
import Testing

/// JSONTestSuite: `y_` must be accepted, `n_` refused, and `i_` may go either way.
@Suite(.enabled(if: SharedFiles.areAvailable))
struct JSONSuiteTests {
  @Test func everyTextIsAcceptedOrRefusedAsItMust() throws {
    var counts: [Character: Int] = [:]
    for (name, bytes) in try SharedFiles.files(in: "suites/json-parsing") {
      guard name.hasSuffix(".json"), let verdict = name.first else { continue }
      counts[verdict, default: 0] += 1
      let (node, diagnostics) = read(bytes, name: "test.json")
      let isAccepted = node != nil && !diagnostics.hasErrors
      #expect(isAccepted || diagnostics.hasErrors, "\(name)")
      if verdict != "i" {
        #expect(isAccepted == (verdict == "y"), "\(name): \(diagnostics.all.map(\.message))")
      }
    }
    print("JSON suite: \(counts["y", default: 0]) accepted, \(counts["n", default: 0]) refused")
    #expect(counts["y"] == 73 && counts["n"] == 144)
  }

  /// JSON is YAML, too: what the YAML parser accepts of the suite, it reads as the JSON parser does.
  @Test func theYAMLParserAgrees() throws {
    for (name, bytes) in try SharedFiles.files(in: "suites/json-parsing") where name.first == "y" {
      let (node, diagnostics) = read(bytes, name: "test.yaml")
      guard let node, !diagnostics.hasErrors else { continue }
      let json = try #require(read(bytes, name: "test.json").node)
      #expect(Value(node) == Value(json), "\(name)")
    }
  }
}
