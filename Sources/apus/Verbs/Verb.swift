/// Something that the tool can be told to do. To add one: a file with a type that conforms,
/// and a line in `Tool.verbs`.
protocol Verb: Sendable {
  /// What it can be told.
  associatedtype Arguments: ArgumentList
  /// The word on the command line.
  static var name: String { get }
  /// One line for the list of verbs.
  static var summary: String { get }
  /// A few lines for the verb's own help.
  static var explanation: String { get }
  /// Does the work.
  static func run(_ arguments: Arguments, console: Console) throws(UsageError) -> ExitCode
  /// Reads the words behind the verb and does what they say.
  static func run(_ words: [String], console: Console) throws(UsageError) -> ExitCode
}

extension Verb {
  static func run(_ words: [String], console: Console) throws(UsageError) -> ExitCode {
    switch try Arguments.parse(words) {
    case .work(let arguments):
      return try run(arguments, console: console)
    case .help:
      console.print(HelpText.verb(Self.self))
      return .success
    }
  }
}
