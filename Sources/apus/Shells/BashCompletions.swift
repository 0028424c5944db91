/// Completions for bash 3.2 and later, without the package `bash-completion`.
enum BashCompletions {
  static func text(_ commands: [CommandDescription]) -> String {
    """
    # Completions of apus for bash. Where bash reads them: ~/.bashrc, with
    #   source <(apus completions bash)
    _apus() {
      local IFS=$'\\n' word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
      local verb= words=
      # bash takes '--option=value' for three words.
      if [[ $word == '=' ]]; then
        word=
      elif [[ $previous == '=' ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
      fi
      if ((COMP_CWORD > 1)); then verb=${COMP_WORDS[1]}; fi
      COMPREPLY=()
      case $verb$previous in
    \(commands.map(values).joined())  esac
      case $verb in
        '' | help) words=\(list(["help"] + commands.map(\.name) + ["--help", "--version"])) ;;
    \(commands.map(options).joined())  esac
      if [[ $verb && $verb != help && $word != -* ]]; then
        _apus_values "$(_apus_argument "$verb")" "$word"
        return
      fi
      COMPREPLY=($(compgen -W "$words" -- "$word"))
    }

    # Offers paths for '/', folders for './', nothing for '', and words otherwise.
    _apus_values() {
      case $1 in
        '') ;;
        /)
          compopt -o filenames 2>/dev/null
          COMPREPLY=($(compgen -f -- "$2"))
          ;;
        ./)
          compopt -o filenames 2>/dev/null
          COMPREPLY=($(compgen -d -- "$2"))
          ;;
        *) COMPREPLY=($(compgen -W "$1" -- "$2")) ;;
      esac
      if [[ ${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
    }

    # What a verb takes that is no option.
    _apus_argument() {
      case $1 in
    \(commands.map(argument).joined())  esac
    }

    complete -F _apus apus

    """
  }

  /// What the options of a verb take.
  private static func values(_ command: CommandDescription) -> String {
    command.options.filter { $0.valueName != nil }.map { option in
      "    \(command.name)--\(option.name)) "
        + "_apus_values \(notation(CompletedValue(option.form))) \"$word\"; return ;;\n"
    }.joined()
  }

  private static func options(_ command: CommandDescription) -> String {
    "    \(command.name)) words=\(list(command.options.map { "--\($0.name)" })) ;;\n"
  }

  private static func argument(_ command: CommandDescription) -> String {
    guard let argument = command.arguments.first else { return "" }
    let value = notation(CompletedValue(argument.form))
    return "    \(command.name)) printf '%s' \(value) ;;\n"
  }

  private static func notation(_ value: CompletedValue) -> String {
    switch value {
    case .nothing: "''"
    case .paths: "/"
    case .folders: "./"
    case .words(let words): list(words)
    }
  }

  /// Words as `compgen` parts them here: by line feeds.
  private static func list(_ words: [String]) -> String {
    "$'" + words.joined(separator: "\\n") + "'"
  }
}
