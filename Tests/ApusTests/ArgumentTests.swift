import Testing

@testable import apus

@Suite("Arguments")
struct ArgumentTests {
  private func arguments(_ words: [String]) throws -> GenerationArguments {
    guard case .work(let arguments) = try GenerationArguments.parse(words) else {
      Issue.record("\(words) asks for help")
      return GenerationArguments()
    }
    return arguments
  }

  @Test func nothingGivenMeansTheDefaults() throws {
    let arguments = try arguments([])
    #expect(arguments.document.isEmpty)
    #expect(arguments.output == "Generated")
    #expect(arguments.settings == Settings())
    #expect(arguments.diagnosticStyle == .text)
    #expect(!arguments.isStrict && !arguments.isQuiet && !arguments.isVerbose)
  }

  @Test(
    "Options stand anywhere, with a space or an equals sign",
    arguments: [
      ["a.yaml", "--output", "Out", "--strict"],
      ["--output", "Out", "a.yaml", "--strict"],
      ["--strict", "--output=Out", "a.yaml"],
      ["--strict", "--output=Out", "--", "a.yaml"],
      ["--output=First", "--output=Out", "--strict", "a.yaml"],
    ])
  func orders(_ words: [String]) throws {
    let arguments = try arguments(words)
    #expect(arguments.document == "a.yaml")
    #expect(arguments.output == "Out")
    #expect(arguments.isStrict)
  }

  @Test func repeatableAndChosenOptions() throws {
    let arguments = try arguments([
      "--server", "hummingbird", "--server=hummingbird", "--runtime", "package",
      "--diagnostics=github", "--quiet", "--verbose",
    ])
    #expect(arguments.settings.style.adapters == [.hummingbird])
    #expect(arguments.settings.runtime == .package)
    #expect(arguments.diagnosticStyle == .github)
    #expect(arguments.isQuiet && arguments.isVerbose)
  }

  @Test(
    "Values may look strange where nothing else can be meant",
    arguments: [
      (["--output=a=b"], "a=b"), (["--output=--strict"], "--strict"), (["--output", "-"], "-"),
    ])
  func strangeValues(_ words: [String], output: String) throws {
    #expect(try arguments(words).output == output)
  }

  @Test func afterTwoHyphensAllAreOperands() throws {
    #expect(try arguments(["--", "--strict"]).document == "--strict")
    #expect(try arguments(["-"]).document == "-")
  }

  @Test(
    "Arguments that make no sense are told",
    arguments: [
      (["--outptu", "x"], "unknown option '--outptu'; did you mean '--output'?"),
      (["--outptu=x"], "unknown option '--outptu'; did you mean '--output'?"),
      (["--hlep"], "unknown option '--hlep'; did you mean '--help'?"),
      (["--xyzzy"], "unknown option '--xyzzy'"),
      (["-o"], "unknown option '-o'"),
      (["--strict=yes"], "option '--strict' takes no value"),
      (["--output"], "option '--output' needs a value"),
      (["--output="], "option '--output' needs a value"),
      (["--output", "--strict"], "option '--output' needs a value"),
      (
        ["--diagnostics", "jsno"], "unknown value for '--diagnostics' 'jsno'; did you mean 'json'?"
      ),
      (
        ["--diagnostics", "xml"],
        "unknown value for '--diagnostics' 'xml'; possible values: text, json, github"
      ),
      (["a.yaml", "b.yaml"], "unexpected argument 'b.yaml'"),
      ([""], "DOCUMENT is empty"),
    ])
  func usageErrors(_ words: [String], message: String) {
    #expect(throws: UsageError(message)) { try GenerationArguments.parse(words) }
  }

  @Test(arguments: [["--help"], ["-h"], ["a.yaml", "--help"], ["--strict", "-h", "--wrong"]])
  func helpIsAskedFor(_ words: [String]) throws {
    guard case .help = try GenerationArguments.parse(words) else {
      Issue.record("\(words) does not ask for help")
      return
    }
  }
}
