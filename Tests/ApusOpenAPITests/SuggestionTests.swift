import Testing

@testable import ApusOpenAPI

@Suite struct SuggestionTests {
  private let fields = ["summary", "description", "operationId", "in", "tags"]

  @Test(arguments: [
    ("sumary", "summary"), ("desciption", "description"), ("operationID", "operationId"),
    ("tasg", "tags"), ("Tags", "tags"),
  ])
  func near(word: String, meant: String) {
    #expect(Suggestion.nearest(to: word, among: fields) == meant)
  }

  @Test func longWordsAreNotCompared() {
    let word = String(repeating: "a", count: 1_000_000)
    #expect(Suggestion.nearest(to: word, among: fields + [word + "a"]) == nil)
  }

  @Test(arguments: ["", "id", "if", "title"])
  func tooFar(word: String) {
    #expect(Suggestion.nearest(to: word, among: fields) == nil)
  }
}
