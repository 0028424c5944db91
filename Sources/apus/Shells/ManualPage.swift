/// The tool's page of the manual, section 1, in the `man` macros that every reader of such pages
/// knows.
enum ManualPage {
  static func text(_ commands: [CommandDescription]) -> String {
    """
    .TH APUS 1 \(Version.date) "apus \(Version.current)"
    .SH NAME
    apus \\- Swift types, validators, clients and servers from OpenAPI documents
    .SH SYNOPSIS
    .B apus
    .I COMMAND
    .RI [ ARGUMENTS ]
    .SH DESCRIPTION
    \(paragraphs("""
      Reads OpenAPI documents and writes Swift: Codable types, validators that enforce what
      the document says, and one protocol a tag that clients call and servers implement.
      """))\
    .SH COMMANDS
    \(commands.map(section).joined())\
    .SH SETTINGS
    \(paragraphs("""
      What the options of 'generate' say can stand in a file '\(SettingsFile.name)' beside the
      document or in the folder that the tool runs in: each setting has the name of its
      option, paths are relative to the file's folder, and what is given as KEY=VALUE is a
      mapping. Under '\(SettingsFile.documents)' stands a list of the settings of several documents.
      'apus init' writes such a file. The settings are:
      """))\
    \(settings())\
    .SH EXIT STATUS
    \(items([
      ("0", "All is well."),
      ("1", "There are differences or findings, or something can't be written."),
      ("2", "The arguments or the settings make no sense."),
      ("3", "A document can't be used."),
    ]))\
    .SH ENVIRONMENT
    \(items(Terminal.variables.map { ($0.name, $0.meaning) }))
    """
  }

  private static func section(_ command: CommandDescription) -> String {
    ".SS \(escaped(command.usage))\n" + paragraphs(command.explanation)
      + items(command.options.map { ($0.usage, $0.summary + ".") })
  }

  private static func settings() -> String {
    let names = SettingsFile.options.map(\.name) + [SettingsFile.documents]
    let list = names.map { $0 == names.last ? "and \($0)." : "\($0)," }
    return list.map { line($0) + "\n" }.joined()
  }

  /// A list of terms and what they mean.
  private static func items(_ items: [(String, String)]) -> String {
    items.map { ".TP\n.B \(escaped($0))\n\(line($1))\n" }.joined()
  }

  /// Text whose indented lines stay as they are.
  private static func paragraphs(_ text: String) -> String {
    var page = ""
    var isExample = false
    for text in text.split(separator: "\n") {
      if text.hasPrefix("  ") != isExample {
        page += isExample ? ".fi\n.PP\n" : ".PP\n.nf\n"
        isExample.toggle()
      }
      page += line(String(text)) + "\n"
    }
    return page + (isExample ? ".fi\n" : "")
  }

  /// A line that the reader can't take for a request.
  private static func line(_ text: String) -> String {
    let text = escaped(text)
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  /// Text in which nothing is an escape, hyphens can be copied into a shell, and no reader has to
  /// know the encoding.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-": "\\-"
      case "'": "\\(aq"
      case _ where scalar.isASCII: String(scalar)
      default:
        "\\[u\(String(repeating: "0", count: max(0, 4 - scalar.hexadecimal.count)))\(scalar.hexadecimal)]"
      }
    }.joined()
  }
}

extension Unicode.Scalar {
  fileprivate var hexadecimal: String { String(value, radix: 16, uppercase: true) }
}
