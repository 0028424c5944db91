import Testing

@testable import apus

@Suite("The tool's own words")
struct ToolTests {
  @Test(
    "Help fits a screen",
    arguments: [["--help"], ["-h"], ["help"]]
      + Tool.verbs.flatMap { [[$0.name, "--help"], ["help", $0.name]] })
  func help(_ words: [String]) {
    let recording = Recording()
    #expect(Tool.run(words, console: recording.console) == .success)
    #expect(recording.errorOutput.isEmpty)
    #expect(recording.output.hasSuffix("\n"))
    let lines = recording.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24)
    for line in lines { #expect(line.count <= 80, "\(line)") }
    if let name = words.first(where: { word in Tool.verbs.contains { $0.name == word } }) {
      #expect(recording.output.contains("apus \(name)"))
    } else {
      for verb in Tool.verbs { #expect(recording.output.contains("  \(verb.name)  ")) }
    }
  }

  @Test func helpNamesEveryOption() {
    let help = HelpText.verb(Generate.self)
    for option in CommandDescription(of: Generate.self).options {
      #expect(help.contains(option.usage))
    }
    #expect(help.contains("[DOCUMENT]"))
  }

  @Test func version() {
    let result = Recording.run("--version")
    #expect(result.code == .success)
    #expect(result.output == "apus \(Version.current)\n")
  }

  @Test func withoutArgumentsTheHelpIsAnError() {
    let result = Recording.run()
    #expect(result.code == .usage)
    #expect(result.output.isEmpty)
    #expect(result.errorOutput == HelpText.tool(Tool.verbs))
  }

  @Test(
    "Usage errors",
    arguments: [
      (
        ["genrate"],
        "error: unknown command 'genrate'; did you mean 'generate'?\nSee 'apus --help'.\n"
      ),
      (["x"], "error: unknown command 'x'\nSee 'apus --help'.\n"),
      (
        ["help", "chekc"],
        "error: unknown command 'chekc'; did you mean 'check'?\nSee 'apus --help'.\n"
      ),
      (
        ["--verison"],
        "error: unknown option '--verison'; did you mean '--version'?\nSee 'apus --help'.\n"
      ),
      (["check", "-x"], "error: unknown option '-x'\nSee 'apus check --help'.\n"),
      (["generate", "a", "b"], "error: unexpected argument 'b'\nSee 'apus generate --help'.\n"),
    ])
  func usageErrors(_ words: [String], message: String) {
    let recording = Recording()
    #expect(Tool.run(words, console: recording.console) == .usage)
    #expect(recording.output.isEmpty)
    #expect(recording.errorOutput == message)
  }
}
