/// A shell that can complete the tool's arguments.
enum Shell: String, Choosable {
  case bash, zsh, fish

  /// What the shell reads to be able to.
  func completions(of commands: [CommandDescription]) -> String {
    switch self {
    case .bash: BashCompletions.text(commands)
    case .zsh: ZshCompletions.text(commands)
    case .fish: FishCompletions.text(commands)
    }
  }

  /// A word as all of these shells take it for itself: in single quotes.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}

/// What a completion offers in the place of a value.
enum CompletedValue: Equatable {
  case words([String])
  case paths
  case folders
  case nothing

  init(_ form: OptionForm) {
    self =
      switch form {
      case .choice(let words): .words(words)
      case .pair(let pair): pair.keys.map { .words($0.map { "\($0)=" }) } ?? .nothing
      case .path: .paths
      case .folder: .folders
      case .flag, .text: .nothing
      }
  }
}
