import Testing

@testable import ApusSource

@Suite struct SpellingSuggestionTests {
  private let fields = ["summary", "description", "operationId", "in", "tags"]

  @Test(arguments: [
    ("sumary", "summary"), ("desciption", "description"), ("operationID", "operationId"),
    ("tasg", "tags"), ("Tags", "tags"), ("tagged", nil), ("completely", nil),
  ])
  func near(word: String, meant: String?) {
    #expect(SpellingSuggestion.nearest(to: word, among: fields) == meant)
  }

  @Test func longWordsAreNotCompared() {
    let word = String(repeating: "a", count: 1_000_000)
    #expect(SpellingSuggestion.nearest(to: word, among: fields + [word + "a"]) == nil)
  }

  @Test(arguments: ["", "id", "if", "title"])
  func tooFar(word: String) {
    #expect(SpellingSuggestion.nearest(to: word, among: fields) == nil)
  }

  @Test(
    "Distances between words",
    arguments: [
      ("", "", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1),
      ("abc", "abxc", 1), ("abc", "ac", 1), ("abc", "xbc", 1), ("kitten", "sitting", 3),
    ])
  func distances(_ old: String, _ new: String, distance: Int) {
    #expect(SpellingSuggestion.distance(from: Array(old.utf8), to: Array(new.utf8)) == distance)
  }
}
