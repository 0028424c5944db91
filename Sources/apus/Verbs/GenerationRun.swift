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
  /// How far the work is.
  let stages: Stages

  init(_ arguments: GenerationArguments, _ filesRead: FilesRead, console: Console) {
    self.arguments = arguments
    self.filesRead = filesRead
    self.console = console
    stages = arguments.isQuiet ? Stages() : Stages(tell: console.stage)
  }

  /// What there is to do, or the exit code if that can't be told; then it is in the diagnostics.
  mutating func plan() throws(UsageError) -> Outcome {
    let path = try arguments.documentPath()
    let runtime = embeddedRuntime()
    guard !diagnostics.hasErrors else { return .failed(.findings) }
    let generated = arguments.isFixedAndLeftOut ? [] : generate(path, beside: runtime)
    guard !diagnostics.hasErrors else { return .failed(.unusableDocument) }
    if arguments.isStrict { diagnostics = diagnostics.withWarningsAsErrors }
    guard !diagnostics.hasErrors else { return .failed(.findings) }
    stages.begin(.compare)
    let plan = OutputPlanner.plan(
      arguments.fixed(generated, from: path) + arguments.files(of: runtime, from: path),
      in: arguments.output, document: path, beside: arguments.otherFiles,
      diagnostics: &diagnostics)
    guard let plan else { return .failed(.findings) }
    return .planned(plan)
  }

  /// The files for the document; none, with diagnostics, if it can't be read.
  private mutating func generate(
    _ path: String, beside runtime: EmbeddedRuntime?
  ) -> [GeneratedFile] {
    ([path] + arguments.overlays.map(\.path)).forEach(filesRead.insert)
    stages.begin(.read)
    guard var sources = arguments.sources(at: path, diagnostics: &diagnostics) else { return [] }
    let files = ReferencedFiles(of: path, access: arguments.access)
    sources.files = { [filesRead] address in
      files.path(at: address).map(filesRead.insert)
      return files.file(at: address)
    }
    return Pipeline.generate(
      sources, settings: arguments.chosenSettings(beside: runtime), stages: stages,
      diagnostics: &diagnostics)
  }

  /// The runtime's sources, if they are wanted; nil, with a diagnostic, if they can't be read.
  private mutating func embeddedRuntime() -> EmbeddedRuntime? {
    guard arguments.embedsRuntime else { return nil }
    stages.begin(.read)
    switch EmbeddedRuntime.shared {
    case .success(let runtime): return runtime
    case .failure(let error):
      diagnostics.error(error.message, at: nil)
      return nil
    }
  }

  /// What `plan()` comes to.
  enum Outcome {
    case planned(OutputPlan)
    case failed(ExitCode)
  }

  /// Tells what was found, then the summary, unless less was asked for.
  func report(_ plan: OutputPlan? = nil, summary: String? = nil) {
    stages.end()
    arguments.tell(diagnostics, on: console)
    // Behind JSON comes nothing else, so that the whole can be parsed.
    guard arguments.diagnosticStyle != .json, !arguments.isQuiet else { return }
    if arguments.isVerbose {
      plan.map(Self.list)?.forEach(console.printErrorLine)
      console.printError(stages.description)
    }
    // Builds say themselves what they do.
    if let summary, arguments.fixedFiles.isEmpty { console.printErrorLine(summary) }
  }

  /// Every changed file, one a line.
  private static func list(_ plan: OutputPlan) -> [String] {
    plan.changes.map { change in
      let word =
        switch change.kind {
        case .missing: "new"
        case .stale: "changed"
        case .leftOver: "left over"
        }
      return "\(word): \(plan.fullPath(change.path))"
    }
  }
}
