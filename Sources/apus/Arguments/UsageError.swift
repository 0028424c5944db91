/// Arguments that make no sense.
struct UsageError: Error, Hashable {
  /// What is wrong with them: one line, in lower case, without a final full stop.
  var message: String

  init(_ message: String) {
    self.message = message
  }

  /// A word that isn't among those known, with the one that was probably meant.
  static func unknown(_ kind: String, _ word: String, among known: [String]) -> UsageError {
    let start = "unknown \(kind) '\(word)'"
    guard let suggestion = SpellingSuggestion.nearest(to: word, among: known) else {
      return UsageError(start)
    }
    return UsageError("\(start); did you mean '\(suggestion)'?")
  }
}
