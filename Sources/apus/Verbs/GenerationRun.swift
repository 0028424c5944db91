import ApusSource
import ApusSwift

/// What `generate` and `check` have in common: reading a document, making files of it and
/// comparing them with the output folder.
struct GenerationRun {
  let arguments: GenerationArguments
  let console: Console
  /// The files that were read.
  let filesRead: FilesRead
  /// What is found on the way.
  var diagnostics = Diagnostics()
  private var stages = StageTimes()

  init(_ arguments: GenerationArguments, _ filesRead: FilesRead, console: Console) {
    self.arguments = arguments
    self.filesRead = filesRead
    self.console = console
  }

  /// What there is to do, or the exit code if that can't be told; then it is in the diagnostics.
  mutating func plan() throws(UsageError) -> Outcome {
    let path = try arguments.documentPath()
    let generated = arguments.isFixedAndLeftOut ? [] : generate(path)
    guard !diagnostics.hasErrors else { return .failed(.unusableDocument) }
    if arguments.isStrict { diagnostics = diagnostics.withWarningsAsErrors }
    guard !diagnostics.hasErrors else { return .failed(.findings) }
    let plan = stages.measure("compare") {
      OutputPlanner.plan(
        arguments.fixed(generated, from: path) + arguments.runtimeFiles(from: path),
        in: arguments.output, document: path, beside: arguments.otherFiles,
        diagnostics: &diagnostics)
    }
    guard let plan else { return .failed(.findings) }
    return .planned(plan)
  }

  /// The files for the document; none, with diagnostics, if it can't be read.
  private mutating func generate(_ path: String) -> [GeneratedFile] {
    ([path] + arguments.overlays).forEach(filesRead.insert)
    let sources = stages.measure("read") {
      arguments.sources(at: path, diagnostics: &diagnostics)
    }
    guard var sources else { return [] }
    let files = ReferencedFiles(of: path, access: arguments.access)
    sources.files = { [filesRead] address in
      files.path(at: address).map(filesRead.insert)
      return files.file(at: address)
    }
    return stages.measure("generate") {
      Pipeline.generate(sources, settings: arguments.chosenSettings, diagnostics: &diagnostics)
    }
  }

  /// What `plan()` comes to.
  enum Outcome {
    case planned(OutputPlan)
    case failed(ExitCode)
  }

  /// Does the last stage's work and keeps the time.
  mutating func measure<Result>(
    _ stage: String, _ work: (inout Diagnostics) -> Result
  ) -> Result {
    stages.measure(stage) { work(&diagnostics) }
  }

  /// Tells what was found, then the summary, unless less was asked for.
  func report(_ plan: OutputPlan? = nil, summary: String? = nil) {
    arguments.tell(diagnostics, on: console)
    // Behind JSON comes nothing else, so that the whole can be parsed.
    guard arguments.diagnosticStyle != .json, !arguments.isQuiet else { return }
    if arguments.isVerbose {
      console.printError((plan.map(Self.list) ?? "") + stages.description)
    }
    // Builds say themselves what they do.
    if let summary, arguments.fixedFiles.isEmpty { console.printError("\(summary)\n") }
  }

  /// Every changed file, one a line.
  private static func list(_ plan: OutputPlan) -> String {
    plan.changes.map { change in
      let word =
        switch change.kind {
        case .missing: "new"
        case .stale: "changed"
        case .leftOver: "left over"
        }
      return "\(word): \(plan.fullPath(change.path))\n"
    }.joined()
  }
}
