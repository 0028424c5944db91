/// The texts that `--help` prints. Each fits 80 columns, and that of the tool as a whole 24 lines.
enum HelpText {
  /// The help for the tool as a whole.
  static func tool(_ verbs: [any Verb.Type]) -> String {
    """
    apus \(Version.current): Swift types, validators, clients and servers from OpenAPI

    Usage: apus COMMAND [ARGUMENTS]

    Commands:
    \(table(verbs.map { ($0.name, $0.summary) }))

    Options:
    \(table([("--help", "Show this text, or behind a command what it takes"), ("--version", "Show the version")]))

    Exit codes:
    \(table([
      ("0", "All is well"),
      ("1", "There are differences or findings, or the output can't be written"),
      ("2", "The arguments make no sense"),
      ("3", "The document can't be used"),
    ]))

    """
  }

  /// The help for one verb.
  static func verb<V: Verb>(_ verb: V.Type) -> String {
    let operands = V.Arguments.operands.map { $0.isOptional ? "[\($0.name)]" : $0.name }
    let usage = (["apus", V.name] + operands + ["[OPTIONS]"]).joined(separator: " ")
    let options = V.Arguments.options.map { option in
      (
        ["--\(option.name)", option.valueName].compactMap(\.self).joined(separator: " "),
        option.summary
      )
    }
    return """
      Usage: \(usage)

      \(V.explanation)

      Options:
      \(table(options + [("--help", "Show this text")]))

      """
  }

  /// Two columns, the second one aligned.
  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map { $0.0.count }.max() ?? 0
    return rows.map { name, summary in
      "  \(name)\(String(repeating: " ", count: width - name.count))  \(summary)"
    }.joined(separator: "\n")
  }
}
