import ApusModel
import ApusSource

/// `apus explain`: tells how schemas became types.
enum Explain: Verb {
  static let name = "explain"
  static let summary = "Tell how a schema became a type"
  static let explanation = """
    Tells what Swift type the schema at POINTER in DOCUMENT became; of alternatives,
    what tells them apart, or a value that two of them accept. POINTER is a JSON
    Pointer such as '/components/schemas/Pet', or a schema's name. Without it, tells
    how all alternatives in the document are told apart.
    """

  static func run(_ arguments: ExplainArguments, console: Console) throws(UsageError) -> ExitCode {
    let path = try arguments.documentPath()
    var diagnostics = Diagnostics()
    let files = ReferencedFiles(of: path, access: arguments.access)
    var sources = arguments.sources(at: path, diagnostics: &diagnostics)
    sources?.files = { files.file(at: $0) }
    let explanation = sources.flatMap { sources in
      Pipeline.explanation(
        of: sources, stages: Stages(tell: console.stage), diagnostics: &diagnostics)
    }
    guard let explanation, !diagnostics.hasErrors else {
      arguments.tell(diagnostics.errorsOnly, on: console)
      return .unusableDocument
    }
    guard !arguments.pointer.isEmpty else {
      console.print(explanation.summary)
      return .success
    }
    guard let text = explanation.text(at: arguments.pointer) else {
      let hint = explanation.hint(for: arguments.pointer)
      console.printErrorLine("error: no schema is at '\(arguments.pointer)'\(hint)")
      return .findings
    }
    console.print(text)
    return .success
  }
}

/// What `explain` can be told.
struct ExplainArguments: DocumentArguments, FileAccessArguments {
  var document = ""
  /// The schema; empty if all alternatives are meant.
  var pointer = ""
  var overlays: [String] = []
  /// Which other files the document may refer to.
  var access = FileAccess()
  var diagnosticStyle = DiagnosticStyle.text
  var isStrict = false
  var isQuiet = false

  static var operands: [Operand<Self>] {
    [
      Operand(name: "DOCUMENT", isOptional: false) { (arguments, value) throws(UsageError) in
        guard !value.isEmpty else { throw UsageError("DOCUMENT is empty") }
        arguments.document = value
      },
      Operand(name: "POINTER", isOptional: true, form: .text) {
        (arguments, value) throws(UsageError) in
        arguments.pointer = value
      },
    ]
  }

  static var options: [Option<Self>] { [overlayOption] + accessOptions }
}
