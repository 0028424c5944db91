/// `apus completions`: prints what a shell needs to complete the tool's arguments.
enum Completions: Verb {
  static let name = "completions"
  static let summary = "Print completions for bash, zsh or fish"
  static let explanation = """
    Prints what SHELL (\(Shell.alternatives)) reads to complete the tool's arguments;
    its first lines say where. For example in ~/.bashrc:

      source <(apus completions bash)
    """

  static func run(
    _ arguments: CompletionsArguments, console: Console
  ) throws(UsageError) -> ExitCode {
    console.print(arguments.shell.completions(of: CommandDescription.all))
    return .success
  }
}

/// What `completions` can be told.
struct CompletionsArguments: ArgumentList {
  /// The shell that completes.
  var shell = Shell.bash

  static var operands: [Operand<Self>] {
    [
      Operand(name: "SHELL", isOptional: false, form: .choice(Shell.words)) {
        (arguments, value) throws(UsageError) in
        guard let shell = Shell(rawValue: value) else {
          throw UsageError.unknown("shell", value, among: Shell.words)
        }
        arguments.shell = shell
      }
    ]
  }

  static var options: [Option<Self>] { [] }
}
