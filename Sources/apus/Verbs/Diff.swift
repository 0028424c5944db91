import ApusChanges
import ApusSource

/// `apus diff`: tells what differs between two documents, and what that breaks.
enum Diff: Verb {
  static let name = "diff"
  static let summary = "Tell what differs between two documents, and what it breaks"
  static let explanation = """
    Tells every difference between the documents OLD and NEW by what they mean, and
    what it breaks: 'clients' or 'servers' made for OLD, among those made for NEW,
    or the Swift 'source' that uses what is generated. 'wire' is clients or servers.
    """

  static func run(_ words: [String], console: Console) throws(UsageError) -> ExitCode {
    guard case .work(let asked) = try Arguments.parse(words) else {
      console.print(HelpText.verb(Self.self))
      return .success
    }
    var diagnostics = Diagnostics()
    let known = SettingsFile.known(for: asked.generation, diagnostics: &diagnostics)
    guard let known, let settings = known.first else {
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

  static func run(_ arguments: DiffArguments, console: Console) throws(UsageError) -> ExitCode {
    let stages = Stages(tell: console.stage)
    stages.begin(.read)
    let read = [arguments.old, arguments.generation.document].concurrentMap {
      edition(at: $0, arguments)
    }
    var diagnostics = Diagnostics()
    for (_, found) in read { diagnostics.append(contentsOf: found) }
    guard let old = read.first?.edition, let new = read.last?.edition, !diagnostics.hasErrors else {
      arguments.generation.tell(diagnostics.errorsOnly, on: console)
      return .unusableDocument
    }
    stages.begin(.compare)
    let comparison = Comparison(of: old, with: new)
    let told =
      arguments.isBreakingOnly ? comparison.changes.filter(\.isBreaking) : comparison.changes
    console.print(arguments.format.format(told))
    let isFatal = arguments.fatal.contains { !comparison.changes(breaking: $0.breakage).isEmpty }
    return isFatal ? .findings : .success
  }

  /// What one of the documents describes; nil, with diagnostics, if it can't be used.
  private static func edition(
    at path: String, _ arguments: DiffArguments
  ) -> (edition: Edition?, found: Diagnostics) {
    let generation = arguments.generation
    var found = Diagnostics()
    guard var sources = generation.sources(at: path, diagnostics: &found) else {
      return (nil, found)
    }
    let files = ReferencedFiles(of: path, access: generation.access)
    sources.files = { files.file(at: $0) }
    let edition = Pipeline.edition(sources, settings: generation.settings, diagnostics: &found)
    return (edition, found)
  }
}

extension Change {
  fileprivate var isBreaking: Bool { !breakage.isEmpty }
}

/// What `diff` can be told.
struct DiffArguments: ArgumentList {
  /// The document that is compared with.
  var old = ""
  /// The document that is compared, and how both are read and generated for.
  var generation = GenerationArguments()
  /// How differences are written.
  var format = ChangeFormat.text
  /// What lets the comparison fail.
  var fatal: Set<FatalBreakage> = []
  /// Whether only what breaks something is told.
  var isBreakingOnly = false

  static var operands: [Operand<Self>] {
    [
      Operand(name: "OLD", isOptional: false) { (arguments, value) throws(UsageError) in
        guard !value.isEmpty else { throw UsageError("OLD is empty") }
        arguments.old = value
      },
      Operand(name: "NEW", isOptional: false) { (arguments, value) throws(UsageError) in
        guard !value.isEmpty else { throw UsageError("NEW is empty") }
        arguments.generation.document = value
      },
    ]
  }

  static var options: [Option<Self>] {
    let own: [Option<Self>] = [
      .choice("format", \.format, "How differences are written [text]"),
      failure,
      .flag("breaking", \.isBreakingOnly, "Tell only what breaks something"),
    ]
    let shared = GenerationArguments.options.filter { !unused.contains($0.name) }
    return own + shared.map { $0.inside(\.generation) }
  }

  /// Without its words among the options, which the explanation has.
  private static var failure: Option<Self> {
    let option = Option<Self>.choices("fail-on", \.fatal, "Exit with 1 if WHAT breaks; repeatable")
    return option.called("WHAT")
  }

  /// The options of `generate` that make no difference to a comparison.
  private static let unused: Set<String> = [
    "output", "server", "transport", "access", "namespace", "files", "runtime", "strict",
    "diagnostics", "quiet", "verbose", "watch", "fixed-files", "separate",
  ]
}

extension ChangeFormat: Choosable {}

/// What may let a comparison fail.
enum FatalBreakage: String, Choosable {
  case wire, clients, servers, source

  /// What is broken.
  var breakage: Breakage {
    switch self {
    case .wire: .wire
    case .clients: .clients
    case .servers: .servers
    case .source: .source
    }
  }
}
