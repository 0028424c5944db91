/// The texts that `--help` prints. Each fits 80 columns, and that of the tool as a whole 24 lines.
enum HelpText {
  private static let (height, width) = (24, 80)

  /// The help for the tool as a whole.
  static func tool(_ verbs: [any Verb.Type]) -> String {
    """
    apus \(Version.current): Swift types, validators, clients and servers from OpenAPI

    Usage: apus COMMAND [ARGUMENTS]

    Commands:
    \(table(verbs.map { ($0.name, $0.summary) }))

    Options:
    \(table([("--help", "Show this text, or behind a command what it takes"), ("--version", "Show the version")]))

    Exit codes: 0 all is well; 1 there are differences or findings, or something
    can't be written; 2 the arguments make no sense; 3 a document can't be used.

    """
  }

  /// The help for one verb.
  static func verb<V: Verb>(_ verb: V.Type) -> String {
    let command = CommandDescription(of: verb)
    let whole = text(command, folding: false)
    return whole.count { $0 == "\n" } < height ? whole : text(command, folding: true)
  }

  /// - Parameter folding: Whether the options that are rarely used are only named.
  private static func text(_ command: CommandDescription, folding: Bool) -> String {
    let rare = command.options.filter { folding && $0.isRare }
    let shown = command.options.filter { !folding || !$0.isRare }
    var text = """
      Usage: \(command.usage)

      \(command.explanation)

      Options:
      \(table(shown.map { ($0.usage, $0.summary) }))

      """
    guard !rare.isEmpty else { return text }
    text += "\n"
    text += paragraph("More options, which 'apus manual' explains:", rare.map(\.usage))
    return text
  }

  /// Two columns, the second one aligned.
  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map { $0.0.count }.max() ?? 0
    return rows.map { name, summary in
      "  \(name)\(String(repeating: " ", count: width - name.count))  \(summary)"
    }.joined(separator: "\n")
  }

  /// A list in lines that are as full as the screen allows.
  private static func paragraph(_ start: String, _ items: [String]) -> String {
    var lines = [start]
    var line = " "
    for (index, item) in items.enumerated() {
      let item = " " + item + (index == items.count - 1 ? "" : ",")
      if line.count + item.count > width {
        lines.append(line)
        line = " "
      }
      line += item
    }
    return (lines + [line]).map { $0 + "\n" }.joined()
  }
}
