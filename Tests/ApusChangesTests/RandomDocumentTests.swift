import ApusChanges
import Testing

/// Documents whose few schemas refer to each other in every way.
@Suite("Documents at random")
struct RandomDocumentTests {
  private static func document(_ schemas: String) -> String {
    Documents.document(of: "{$ref: \"#/components/schemas/A\"}", schemas: schemas)
  }

  @Test("do not differ from themselves", arguments: 0..<60)
  func itself(_ seed: Int) throws {
    let text = Self.document(RandomSchemas.text(seed: seed))
    let comparison = Comparison(of: try Documents.edition(text), with: try Documents.edition(text))
    #expect(comparison.changes.isEmpty, "\(comparison.changes.map(\.message))")
  }

  /// However they differ, comparing them comes to an end, and finds that they do both ways.
  @Test("are compared as a whole with others", arguments: 0..<60)
  func others(_ seed: Int) throws {
    let old = Self.document(RandomSchemas.text(seed: seed))
    let new = Self.document(RandomSchemas.text(seed: seed, changes: 2))
    let rules = try (Documents.rules(from: old, to: new), Documents.rules(from: new, to: old))
    #expect(rules.0.isEmpty == rules.1.isEmpty)
    #expect(!rules.0.union(rules.1).contains { $0.hasPrefix("comparison-incomplete") })
  }
}
