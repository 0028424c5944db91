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

  static func run(_ words: [String], console: Console) throws(UsageError) -> ExitCode {
    guard case .work(let asked) = try Arguments.parse(words) else {
      console.print(HelpText.verb(Self.self))
      return .success
    }
    var diagnostics = Diagnostics()
    let known = SettingsFile.known(for: asked.generation, diagnostics: &diagnostics)
    guard let settings = known?.first else {
      asked.generation.tell(diagnostics, on: console)
      return .usage
    }
    var arguments = Arguments()
    arguments.generation = settings
    guard case .work(let complete) = try Arguments.parse(words, over: arguments) else {
      return .success
    }
    return try run(complete, console: console)
  }

  static func run(_ arguments: ExplainArguments, console: Console) throws(UsageError) -> ExitCode {
    let generation = arguments.generation
    var diagnostics = Diagnostics()
    let files = ReferencedFiles(of: generation.document, access: generation.access)
    var sources = generation.sources(at: generation.document, diagnostics: &diagnostics)
    sources?.files = { files.file(at: $0) }
    let explanation = sources.flatMap { sources in
      Pipeline.explanation(
        of: sources, settings: generation.settings, stages: Stages(tell: console.stage),
        diagnostics: &diagnostics)
    }
    guard let explanation, !diagnostics.hasErrors else {
      generation.tell(diagnostics.errorsOnly, on: console)
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
struct ExplainArguments: ArgumentList {
  /// The schema; empty if all alternatives are meant.
  var pointer = ""
  /// The document, and how code is generated for it.
  var generation = GenerationArguments()

  static var operands: [Operand<Self>] {
    [
      Operand(name: "DOCUMENT", isOptional: false) { (arguments, value) throws(UsageError) in
        guard !value.isEmpty else { throw UsageError("DOCUMENT is empty") }
        arguments.generation.document = value
      },
      Operand(name: "POINTER", isOptional: true, form: .text) {
        (arguments, value) throws(UsageError) in
        arguments.pointer = value
      },
    ]
  }

  static var options: [Option<Self>] {
    GenerationArguments.options.filter { used.contains($0.name) }.map { $0.inside(\.generation) }
  }

  /// The options of `generate` that make a difference to what is told.
  private static let used: Set<String> = [
    "overlay", "names", "renames", "namespace", "formats", "only", "except", "map", "allow-outside",
    "settings",
  ]
}
