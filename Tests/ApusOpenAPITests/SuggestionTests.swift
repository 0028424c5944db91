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

  @Test(arguments: ["", "id", "if", "title", String(repeating: "a", count: 1_000_000)])
  func tooFar(word: String) {
    #expect(Suggestion.nearest(to: word, among: fields) == nil)
  }
}
