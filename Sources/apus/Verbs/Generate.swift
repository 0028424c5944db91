/// `apus generate`: writes the files.
enum Generate: GenerationVerb {
  static let name = "generate"
  static let summary = "Write Swift files for an OpenAPI document"
  static let explanation = """
    Writes Swift files for DOCUMENT: OpenAPI in YAML, JSON or a Markdown page with
    an OpenAPI block. Without DOCUMENT it is the only one in the folder 'spec'.
    Files are written only if they change, and never if they weren't generated.
    """

  static func finish(_ plan: OutputPlan, _ run: inout GenerationRun) -> (ExitCode, String?) {
    run.stages.begin(.write)
    let isDone = OutputWriter.carryOut(plan, diagnostics: &run.diagnostics)
    return isDone ? (.success, summary(of: plan)) : (.findings, nil)
  }

  private static func summary(of plan: OutputPlan) -> String {
    let removed = plan.count(.leftOver)
    return "\(plan.folder): \(plan.changes.count - removed) written, \(removed) removed, "
      + "\(plan.unchangedCount) unchanged"
  }
}
