import ApusSource

/// `apus check`: tells whether `generate` would change anything.
enum Check: GenerationVerb {
  static let name = "check"
  static let summary = "Compare the files on disk with what generate would write"
  static let explanation = """
    Takes what 'apus generate' takes and writes nothing. If files are stale, missing
    or left over, prints what 'generate' would change, as a unified diff that
    'patch -p0' understands, and exits with 1.
    """

  static func finish(_ plan: OutputPlan, _ run: inout GenerationRun) -> (ExitCode, String?) {
    let (console, style) = (run.console, run.arguments.diagnosticStyle)
    run.stages.begin(.difference)
    for change in plan.changes {
      let path = plan.fullPath(change.path)
      console.output(UnifiedDiff.text(from: change.old, to: change.new, path: path))
      // In a text for people the differences themselves say enough.
      if style != .text { run.diagnostics.append(diagnostic(change, path)) }
    }
    return (plan.changes.isEmpty ? .success : .findings, summary(of: plan))
  }

  /// What a program that reads diagnostics is told about a change: its kind and first place.
  private static func diagnostic(_ change: OutputPlan.Change, _ path: String) -> Diagnostic {
    let old = change.old ?? []
    let new = change.new ?? []
    let offset = zip(old, new).prefix { $0 == $1 }.count
    let range = SourceRange(lowerBound: offset, upperBound: offset)
    let message =
      switch change.kind {
      case .missing: "the file is missing; 'apus generate' writes it"
      case .stale: "the file is stale from here; 'apus generate' brings it up to date"
      case .leftOver: "the file is left over; 'apus generate' removes it"
      }
    let file = SourceFile(name: path, bytes: old)
    return Diagnostic(.error, message, at: SourceSpan(file: file, range: range))
  }

  private static func summary(of plan: OutputPlan) -> String {
    guard !plan.changes.isEmpty else {
      return "\(plan.folder): up to date, \(plan.unchangedCount) unchanged"
    }
    return "\(plan.folder): \(plan.count(.stale)) stale, \(plan.count(.missing)) missing, "
      + "\(plan.count(.leftOver)) left over; 'apus generate' brings it up to date"
  }
}
