import ApusChanges
import Testing

/// That no rule is without a case in which it must tell of a change.
@Suite("The rules about messages")
struct RuleCatalogueTests {
  /// Where values are that rules tell of.
  private static let prefixes = [
    "request-body", "request-header", "request-parameter", "request-parameter-property",
    "request-property",
    "response-body", "response-header", "response-property",
  ]

  /// What cases expect, and what has tests of its own.
  private static let told =
    SchemaChangeTests.names.union(OperationChangeTests.names).union(DocumentChangeTests.names)
    .union([
      "api-path-removed-without-deprecation", "api-removed-with-deprecation", "endpoint-added",
      "api-version-changed", "openapi-version-changed", "comparison-incomplete",
      "request-parameter-renamed",
    ])

  @Test("have a case each", arguments: MessageRule.allCases)
  func message(_ rule: MessageRule) {
    #expect(Self.told.contains(rule.rawValue))
  }

  @Test("have a case each, if they tell of values", arguments: ValueRule.allCases)
  func value(_ rule: ValueRule) {
    let names = Self.prefixes.map { "\($0)-\(rule.rawValue)" }
    #expect(!Self.told.isDisjoint(with: names))
  }

  @Test("are those that cases name")
  func names() {
    let rules = Set(
      MessageRule.allCases.map(\.rawValue)
        + Self.prefixes.flatMap { prefix in ValueRule.allCases.map { "\(prefix)-\($0.rawValue)" } })
    #expect(Self.told.subtracting(rules).isEmpty)
  }
}
