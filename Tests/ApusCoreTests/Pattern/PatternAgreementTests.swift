import Testing

@testable import ApusCore

/// A source of the same numbers each time (xorshift, Marsaglia 2003).
private struct Sequence: RandomNumberGenerator {
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

@Suite("The machines that match patterns")
struct PatternAgreementTests {
  private static let pieces = [
    "(", ")", "[", "]", "{", "}", "?", "*", "+", "|", "^", "$", "\\", "-", ",", "1", "9", "a",
    "b", "é", "🐲", "(?=", "(?!", "(?<=", "(?<!", "(?:", "\\p{L}", "\\u", "\\b", "\\B", "{0,2}",
    "{1,16}",
    "[ab]", ".", ")*", ")+", ")?", "a", "b",
  ]

  private static let samples = ["", "a", "b", "aab1", "é🐲-b", "abab", "-a b", "aaa", "ba\n"]

  @Test("agree about anything, and never trap")
  func anything() throws {
    var random = Sequence()
    var compared = 0
    for _ in 0..<6_000 {
      let count = Int.random(in: 1...9, using: &random)
      let text = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
      guard let simple = try? Pattern(text), let other = try? Pattern("(?:\(text))(?=)"),
        let backtracking = try? Pattern("(?:\(text))(?<end>)\\k<end>")
      else { continue }
      compared += 1
      for sample in Self.samples {
        let verdict = simple.matches(sample)
        #expect(other.matches(sample) == verdict, "\(text) in \(sample.debugDescription)")
        var steps = 0
        let found = Array(sample.utf8).withUnsafeBufferPointer {
          backtracking.matches($0, steps: &steps)
        }
        guard steps < PatternBacktracking.maximumSteps else { continue }
        #expect(found == verdict, "\(text) in \(sample.debugDescription)")
      }
    }
    #expect(compared > 500)
  }
}
