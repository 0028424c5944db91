/// A machine for simple patterns, whose ways through the program were all followed beforehand: it
/// is in one state at a time, and reads a character by looking up the next.
struct PatternAutomaton: Sendable {
  /// What is known in a state.
  struct Verdict: OptionSet, Sendable {
    let rawValue: UInt8

    /// A match has been found.
    static let matched = Verdict(rawValue: 1)
    /// A match is found if the text ends here.
    static let matchedAtEnd = Verdict(rawValue: 2)
    /// No match will be found.
    static let failed = Verdict(rawValue: 4)
  }

  let alphabet: PatternAlphabet
  /// The next state for each state and letter.
  let transitions: [UInt16]
  let verdicts: [Verdict]

  /// Whether the pattern matches anywhere in a text.
  func matches(_ text: PatternText, steps: inout Int) -> Bool {
    var state = 0
    var position = 0
    while true {
      let verdict = verdicts[state]
      if verdict.contains(.matched) { return true }
      if verdict.contains(.failed) { return false }
      guard let next = text.character(at: position) else {
        return verdict.contains(.matchedAtEnd)
      }
      steps += 1
      position += next.length
      state = Int(transitions[state * alphabet.count + alphabet.letter(of: next.codePoint)])
    }
  }
}
