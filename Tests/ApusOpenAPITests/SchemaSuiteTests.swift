import ApusCore
import Testing

/// References between schemas and what they lead to, by the public suite.
@Suite(.enabled(if: SchemaSuite.shared != nil)) struct SchemaSuiteTests {
  private static let names = [
    "ref", "refRemote", "dynamicRef", "defs", "vocabulary", "optional/format-assertion", "anchor",
    "id", "unknownKeyword", "infinite-loop-detection",
    "optional/anchor", "optional/id", "optional/dynamicRef", "optional/refOfUnknownKeyword",
    "optional/no-schema", "optional/unknownKeyword",
  ]

  @Test(arguments: names, SchemaSuite.Form.allCases)
  func agrees(name: String, form: SchemaSuite.Form) throws {
    let suite = try #require(SchemaSuite.shared)
    for group in try suite.groups("\(name).json") {
      let (document, reported) = suite.read(group, as: form)
      let schema = try #require(document?.components.schemas["Group"], "\(group.description)")
      for test in group.tests {
        let violations = schema.violations(in: test.data.json)
        #expect(
          violations.isEmpty == test.isValid,
          "\(group.description), \(test.description): \(violations) \(reported)")
      }
    }
  }
}
