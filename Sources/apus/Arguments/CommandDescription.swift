/// A verb as its user sees it: what the help, the manual and the completions of shells tell.
struct CommandDescription {
  /// An argument that is known by its place.
  struct Argument {
    var name: String
    var isOptional: Bool
    var form: OptionForm
  }

  /// An argument that is known by its name.
  struct Choice {
    var name: String
    var valueName: String?
    var form: OptionForm
    var isRepeatable: Bool
    var isRare: Bool
    var summary: String

    /// The option and its value as they are written: `--output DIR`.
    var usage: String { ["--\(name)", valueName].compactMap(\.self).joined(separator: " ") }
  }

  /// The word on the command line.
  let name: String
  /// One line about it.
  let summary: String
  /// A few lines about it.
  let explanation: String
  /// What is known by its place, in order.
  let arguments: [Argument]
  /// What is known by its name; `--help` comes last.
  let options: [Choice]

  /// What the tables of a verb say.
  init<V: Verb>(of verb: V.Type) {
    name = V.name
    summary = V.summary
    explanation = V.explanation
    arguments = V.Arguments.operands.map {
      Argument(name: $0.name, isOptional: $0.isOptional, form: $0.form)
    }
    let help = Choice(
      name: "help", form: .flag, isRepeatable: false, isRare: false, summary: "Show this text")
    options =
      V.Arguments.options.map { option in
        Choice(
          name: option.name, valueName: option.valueName, form: option.form,
          isRepeatable: option.isRepeatable, isRare: option.isRare, summary: option.summary)
      } + [help]
  }

  /// How it is called.
  var usage: String {
    let operands = arguments.map { $0.isOptional ? "[\($0.name)]" : $0.name }
    return (["apus", name] + operands + ["[OPTIONS]"]).joined(separator: " ")
  }

  /// What the tool's verbs say, in the help's order.
  static var all: [CommandDescription] { Tool.verbs.map { description(of: $0) } }

  private static func description(of verb: any Verb.Type) -> CommandDescription {
    CommandDescription(of: verb)
  }
}
