import Testing

@testable import apus

@Suite("Colours")
struct TerminalTests {
  @Test(
    "They follow the terminal and the variables",
    arguments: [
      (true, [:], true),
      (false, [:], false),
      (true, ["NO_COLOR": "1"], false),
      (true, ["NO_COLOR": ""], true),
      (true, ["TERM": "dumb"], false),
      (true, ["CLICOLOR": "0"], false),
      (true, ["CLICOLOR": "1"], true),
      (false, ["CLICOLOR_FORCE": "1"], true),
      (false, ["CLICOLOR_FORCE": "0"], false),
      (false, ["CLICOLOR_FORCE": ""], false),
      (true, ["CLICOLOR_FORCE": "1", "CLICOLOR": "0"], true),
      (false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
    ] as [(Bool, [String: String], Bool)])
  func colours(_ isTerminal: Bool, _ environment: [String: String], hasColour: Bool) {
    #expect(Terminal(isTerminal: isTerminal) { environment[$0] }.hasColour == hasColour)
  }

  @Test func aDumbTerminalIsNotInteractive() {
    #expect(Terminal(isTerminal: true) { _ in nil }.isInteractive)
    #expect(!Terminal(isTerminal: true) { ["TERM": "dumb"][$0] }.isInteractive)
    #expect(!Terminal(isTerminal: false) { ["CLICOLOR_FORCE": "1"][$0] }.isInteractive)
  }
}
