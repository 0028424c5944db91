/// Completions for zsh, by its own `_arguments`.
enum ZshCompletions {
  static func text(_ commands: [CommandDescription]) -> String {
    """
    #compdef apus
    # Completions of apus for zsh. Where zsh reads them: a file '_apus' in a folder of $fpath, or
    # ~/.zshrc behind 'compinit', with
    #   source <(apus completions zsh)
    _apus() {
      local context state state_descr line
      typeset -A opt_args
      _arguments -C '1:command:->command' '*::argument:->argument' && return
      case $state in
        command)
          local -a commands=(
    \(commands.map { "        \(entry($0.name, $0.summary))\n" }.joined())\
            \(entry("help", "Show what a command takes"))
          )
          _describe command commands
          _values option '--help[Show what there is]' '--version[Show the version]'
          ;;
        argument)
          case $words[1] in
    \(commands.map(command).joined())\
            help) _values command \(commands.map(\.name).joined(separator: " ")) ;;
          esac
          ;;
      esac
    }
    if [[ $funcstack[1] == _apus ]]; then _apus "$@"; else compdef _apus apus; fi

    """
  }

  private static func command(_ command: CommandDescription) -> String {
    let specifications = command.arguments.map(argument) + command.options.map(option)
    let lines = specifications.map { "            \($0)" }.joined(separator: " \\\n")
    return "        \(command.name))\n          _arguments \\\n\(lines)\n          ;;\n"
  }

  private static func argument(_ argument: CommandDescription.Argument) -> String {
    let colon = argument.isOptional ? "::" : ":"
    return Shell.quoted("\(colon)\(argument.name):\(action(CompletedValue(argument.form)))")
  }

  private static func option(_ option: CommandDescription.Choice) -> String {
    let start = option.isRepeatable ? "*--" : "--"
    guard let valueName = option.valueName else {
      return Shell.quoted("\(start)\(option.name)[\(escaped(option.summary))]")
    }
    return Shell.quoted(
      "\(start)\(option.name)=[\(escaped(option.summary))]:\(escaped(valueName)):"
        + action(CompletedValue(option.form)))
  }

  private static func action(_ value: CompletedValue) -> String {
    switch value {
    case .nothing: " "
    case .paths: "_files"
    case .folders: "_files -/"
    case .words(let words): "(\(words.joined(separator: " ")))"
    }
  }

  private static func entry(_ name: String, _ summary: String) -> String {
    Shell.quoted("\(name):\(summary)")
  }

  /// Text in a place where brackets and colons mean something.
  private static func escaped(_ text: String) -> String {
    text.replacing("[", with: "\\[").replacing("]", with: "\\]").replacing(":", with: "\\:")
  }
}
