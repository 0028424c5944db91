/// What the environment says about how texts are shown.
struct Terminal: Hashable, Sendable {
  /// Whether somebody reads along, rather than a file or another program.
  var isInteractive: Bool
  /// Whether texts may be coloured.
  var hasColour: Bool

  /// The variables that count, the most important first.
  static let variables = [
    (name: "NO_COLOR", meaning: "If it is set and not empty, nothing is coloured."),
    (
      name: "CLICOLOR_FORCE",
      meaning:
        "If it is set, and neither empty nor 0, diagnostics are coloured, whoever reads them."
    ),
    (name: "CLICOLOR", meaning: "If it is 0, nothing is coloured."),
    (name: "TERM", meaning: "If it is 'dumb', the terminal is taken for a file."),
  ]

  /// What holds for a standard error that is, or isn't, a terminal. The rules of the variables are
  /// those of https://no-color.org and https://bixense.com/clicolors.
  ///
  /// - Parameter value: Gives the value of a variable; nil if it isn't set.
  init(isTerminal: Bool, value: (String) -> String?) {
    isInteractive = isTerminal && value("TERM") != "dumb"
    if let no = value("NO_COLOR"), !no.isEmpty {
      hasColour = false
    } else if let force = value("CLICOLOR_FORCE"), !force.isEmpty, force != "0" {
      hasColour = true
    } else {
      hasColour = isInteractive && value("CLICOLOR") != "0"
    }
  }
}
