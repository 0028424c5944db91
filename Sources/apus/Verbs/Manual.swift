/// `apus manual`: prints the tool's page of the manual.
enum Manual: Verb {
  static let name = "manual"
  static let summary = "Print the manual page"
  static let explanation = """
    Prints the manual page, which explains every option. To read it:

      apus manual | man -l -
    """

  static func run(_ arguments: NoArguments, console: Console) throws(UsageError) -> ExitCode {
    console.print(ManualPage.text(CommandDescription.all))
    return .success
  }
}

/// What a verb can be told that takes nothing.
struct NoArguments: ArgumentList {
  static var operands: [Operand<Self>] { [] }
  static var options: [Option<Self>] { [] }
}
