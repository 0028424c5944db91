import ApusSource
import ApusYAML

/// `apus init`: writes a settings file to begin with.
enum Init: Verb {
  static let name = "init"
  static let summary = "Write an apus.yaml to begin with"
  static let explanation = """
    Looks at DOCUMENT, writes an 'apus.yaml' beside it in which every setting is
    explained, and prints what goes with it in 'Package.swift'. What is there
    already is left alone.
    """

  static func run(_ arguments: InitArguments, console: Console) throws(UsageError) -> ExitCode {
    let path = arguments.document.isEmpty ? try DocumentFile.only() : arguments.document
    var diagnostics = Diagnostics()
    let node = DocumentFile.read(path, diagnostics: &diagnostics).flatMap {
      DocumentReader.read($0, diagnostics: &diagnostics)
    }
    guard let node, !diagnostics.hasErrors else {
      console.tell(diagnostics.errorsOnly)
      return .unusableDocument
    }
    let template = SettingsTemplate(for: node, at: path)
    var files = [(SettingsFile.name, template.settings(hasSchema: arguments.hasSchema))]
    if arguments.hasSchema { files.append((SettingsSchema.name, SettingsSchema.text)) }
    do throws(FileError) {
      for (name, text) in files {
        guard let folder = try Folder.open(FolderPath.holding(path)) else { continue }
        try folder.create(name, Array(text.utf8), permissions: nil)
        console.printErrorLine("\(folder.path(of: name)): written")
      }
    } catch {
      diagnostics.error(error.message, at: nil)
      console.tell(diagnostics.errorsOnly)
      return .findings
    }
    console.print(template.manifest)
    return .success
  }
}

extension Console {
  /// Tells what was found as a text.
  fileprivate func tell(_ diagnostics: Diagnostics) {
    printError(DiagnosticFormat.text(colour: terminal.hasColour).format(diagnostics))
  }
}

/// What `init` can be told.
struct InitArguments: ArgumentList {
  /// The document; empty if it is to be found.
  var document = ""
  /// Whether the schema of the settings is written, too.
  var hasSchema = false

  static var operands: [Operand<Self>] {
    [
      Operand(name: "DOCUMENT", isOptional: true) { (arguments, value) throws(UsageError) in
        guard !value.isEmpty else { throw UsageError("DOCUMENT is empty") }
        arguments.document = value
      }
    ]
  }

  static var options: [Option<Self>] {
    [.flag("schema", \.hasSchema, "Also write \(SettingsSchema.name), by which editors complete")]
  }
}
