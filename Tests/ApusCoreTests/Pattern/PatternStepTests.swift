import Testing

@testable import ApusCore

@Suite("The time that a match takes")
struct PatternStepTests {
  private func steps(_ pattern: Pattern, _ length: Int) -> Int {
    var steps = 0
    let text = Array(repeating: UInt8(ascii: "a"), count: length) + [UInt8(ascii: "!")]
    text.withUnsafeBufferPointer { _ = pattern.matches($0, steps: &steps) }
    return steps
  }

  @Test(
    "is linear for notorious patterns and a long text",
    arguments: ["(a+)+$", "(a|aa)+$", "(.*)*x"])
  func notorious(_ text: String) throws {
    #expect(steps(try Pattern(text), 100_000) <= 100_001)
    // The same without an automaton.
    #expect(steps(try Pattern("(?:\(text))(?=)"), 100_000) <= 25 * 100_000)
  }

  @Test(
    "is linear in the text's length, whatever the pattern",
    arguments: [
      "^(a+)+$", "^(a|a)*$", "^(a*)*b", "(a*)*(a*)*(a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$",
      "(?=.*b)a", "(?!(a+)+$)a*b", "(?<=(a+)+)b", "^(?=(a|aa)+$).*b", "a{20,5000}b",
      "(a{16,20})+b", "(?:a?){30}a{30}b", ".*.*.*=.*b", "\\b(a|a)*\\b!",
    ])
  func linear(_ text: String) throws {
    let pattern = try Pattern("(?:\(text))(?=)")
    #expect(pattern.isLinear)
    let few = steps(pattern, 200)
    #expect(few <= 400 * 200)
    #expect(steps(pattern, 2_000) <= 11 * few)
  }

  @Test(
    "is bounded for back-references",
    arguments: ["(a+)+\\1$", "^(a|aa)+\\1b", "((a*)*)*\\2b", "(.*)(.*)(.*)\\1\\2\\3b"])
  func bounded(_ text: String) throws {
    let pattern = try Pattern(text)
    #expect(!pattern.isLinear)
    var steps = 0
    let text = Array(repeating: UInt8(ascii: "a"), count: 100_000) + [UInt8(ascii: "!")]
    text.withUnsafeBufferPointer { bytes in
      #expect(!pattern.matches(bytes, steps: &steps))
    }
    // What the last instruction takes comes on top.
    #expect(steps <= PatternBacktracking.maximumSteps + 100)
  }
}
