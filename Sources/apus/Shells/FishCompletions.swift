/// Completions for fish.
enum FishCompletions {
  static func text(_ commands: [CommandDescription]) -> String {
    let names = commands.map(\.name).joined(separator: " ")
    let start = "complete -c apus -n __fish_use_subcommand"
    return """
      # Completions of apus for fish. Where fish reads them:
      #   apus completions fish > ~/.config/fish/completions/apus.fish
      complete -c apus -f
      \(start) -a help -d 'Show what a command takes'
      \(start) -l help -d 'Show what there is'
      \(start) -l version -d 'Show the version'
      complete -c apus -n '__fish_seen_subcommand_from help' -a \(Shell.quoted(names))
      \(commands.map { "\(start) -a \($0.name) -d \(Shell.quoted($0.summary))\n" }.joined())\
      \(commands.map(command).joined())
      """
  }

  private static func command(_ command: CommandDescription) -> String {
    let start = "complete -c apus -n '__fish_seen_subcommand_from \(command.name)'"
    var lines = command.options.map { option in
      "\(start) -l \(option.name)\(value(of: option)) -d \(Shell.quoted(option.summary))\n"
    }
    switch command.arguments.first.map({ CompletedValue($0.form) }) {
    case .paths: lines.append("\(start) -F\n")
    case .folders: lines.append("\(start) -a \(folders)\n")
    case .words(let words):
      lines.append("\(start) -a \(Shell.quoted(words.joined(separator: " ")))\n")
    case .nothing, nil: break
    }
    return lines.joined()
  }

  /// What fish calls to complete the names of folders.
  private static let folders = "'(__fish_complete_directories)'"

  private static func value(of option: CommandDescription.Choice) -> String {
    guard option.valueName != nil else { return "" }
    switch CompletedValue(option.form) {
    case .nothing: return " -x"
    case .paths: return " -r -F"
    case .folders: return " -x -a \(folders)"
    case .words(let words): return " -x -a \(Shell.quoted(words.joined(separator: " ")))"
    }
  }
}
