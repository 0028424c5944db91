import ApusSource

/// Arguments that make no sense.
struct UsageError: Error, Hashable {
  /// What is wrong with them: one line, in lower case, without a final full stop.
  var message: String

  init(_ message: String) {
    self.message = message
  }

  /// What is wrong, as it is told of settings, in which options have no hyphens.
  func message(inSettings option: String) -> String {
    message.replacing("'--\(option)'", with: "'\(option)'")
  }

  /// A word that isn't among those known, with the one that was probably meant.
  static func unknown(_ kind: String, _ word: String, among known: [String]) -> UsageError {
    UsageError("unknown \(kind) '\(word)'\(SpellingSuggestion.hint(for: word, among: known))")
  }
}
