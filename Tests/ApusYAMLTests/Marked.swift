import ApusSource
import ApusYAML
import Testing

/// A text in which `«…»` marks what a diagnostic must point at, and `‹…›` what its note must.
struct Marked {
  /// The text without the marks.
  let text: String
  /// The bytes between `«` and `»`; nil without marks.
  let range: SourceRange?
  /// The bytes between `‹` and `›`; nil without marks.
  let noteRange: SourceRange?

  init(_ marked: String) {
    var text = ""
    var offsets: [Character: Int] = [:]
    for character in marked {
      if "«»‹›".contains(character) {
        offsets[character] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    let range = { (open: Character, close: Character) -> SourceRange? in
      guard let lower = offsets[open], let upper = offsets[close] else { return nil }
      return SourceRange(lowerBound: lower, upperBound: upper)
    }
    self.text = text
    self.range = range("«", "»")
    noteRange = range("‹", "›")
  }

  /// Expects that reading the text fails with one error, at the mark, that says `message`.
  func expect(
    _ message: String, name: String = "test.yaml",
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let errors = read(text, name: name).diagnostics.all.filter { $0.severity == .error }
    let error = try #require(
      errors.first, "\(text.debugDescription)", sourceLocation: sourceLocation)
    #expect(errors.count == 1, "\(errors.map(\.message))", sourceLocation: sourceLocation)
    #expect(error.message.contains(message), sourceLocation: sourceLocation)
    if let range {
      #expect(
        error.span?.range == range, "\(text.debugDescription)", sourceLocation: sourceLocation)
    }
    if let noteRange {
      #expect(error.notes.map(\.span?.range) == [noteRange], sourceLocation: sourceLocation)
    }
  }
}
