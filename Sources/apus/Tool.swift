/// The tool as a function from its arguments to an exit code.
enum Tool {
  /// Everything it can be told to do, in the help's order.
  static let verbs: [any Verb.Type] = [
    Generate.self,
    Check.self,
    Bundle.self,
    Explain.self,
    Diff.self,
    Coverage.self,
    Init.self,
    Completions.self,
    Manual.self,
  ]

  /// Does what the words behind the tool's name say.
  static func run(_ words: [String], console: Console) -> ExitCode {
    guard let first = words.first else {
      console.printError(HelpText.tool(verbs))
      return .usage
    }
    let verb = verbs.first { $0.name == first }
    do throws(UsageError) {
      if let verb { return try verb.run(Array(words.dropFirst()), console: console) }
      console.print(try information(first, about: words.dropFirst().first))
      return .success
    } catch {
      let help = verb.map { "apus \($0.name) --help" } ?? "apus --help"
      console.printErrorLine("error: \(error.message)")
      console.printErrorLine("See '\(help)'.")
      return .usage
    }
  }

  /// The answer to words that ask about the tool itself.
  private static func information(
    _ word: String, about topic: String?
  ) throws(UsageError) -> String {
    switch (word, topic) {
    case ("--version", _):
      return "apus \(Version.current)\n"
    case ("--help", _), ("-h", _), ("help", nil):
      return HelpText.tool(verbs)
    case ("help", let topic?):
      guard let verb = verbs.first(where: { $0.name == topic }) else {
        throw UsageError.unknown("command", topic, among: verbs.map { $0.name })
      }
      return HelpText.verb(verb)
    case (_, _) where word.hasPrefix("-"):
      throw UsageError.unknown("option", word, among: ["--help", "--version"])
    default:
      throw UsageError.unknown("command", word, among: verbs.map { $0.name })
    }
  }
}
