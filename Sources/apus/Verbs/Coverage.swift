import ApusSource

/// `apus coverage`: tells what becomes of all that a document says.
enum Coverage: Verb {
  static let name = "coverage"
  static let summary = "Tell what becomes of each keyword of a document"
  static let explanation = """
    Tells of each keyword that DOCUMENT uses whether it is 'enforced' (it decides
    what is accepted), 'typed' (it decides what the code looks like), 'documented'
    (it is in comments) or 'ignored', with places, and the percentage of those that
    are not ignored. Without DOCUMENT it is the only one in the folder 'spec'.
    """

  static func run(_ arguments: CoverageArguments, console: Console) throws(UsageError) -> ExitCode {
    let path = try arguments.documentPath()
    var diagnostics = Diagnostics()
    let files = ReferencedFiles(of: path, access: arguments.access)
    var sources = arguments.sources(at: path, diagnostics: &diagnostics)
    sources?.files = { files.file(at: $0) }
    let uses = sources.flatMap { sources in
      Pipeline.keywordUses(
        of: sources, formats: arguments.formats, stages: Stages(tell: console.stage),
        diagnostics: &diagnostics)
    }
    guard let uses, !diagnostics.hasErrors else {
      arguments.tell(diagnostics.errorsOnly, on: console)
      return .unusableDocument
    }
    let report = CoverageReport(of: uses)
    console.print(report.text(as: arguments.format))
    return report.perMille < arguments.leastPercentage * 10 ? .findings : .success
  }
}

/// What `coverage` can be told.
struct CoverageArguments: DocumentArguments, FileAccessArguments {
  var document = ""
  var overlays: [String] = []
  /// Which other files the document may refer to.
  var access = FileAccess()
  /// How it is told.
  var format = CoverageReport.Format.text
  /// What the keyword `format` means.
  var formats = Settings.Formats.assertion
  /// The percentage below which it is a finding.
  var leastPercentage = 0
  var diagnosticStyle = DiagnosticStyle.text
  var isStrict = false
  var isQuiet = false

  static var options: [Option<Self>] {
    let least = Option<Self>(
      name: "fail-under", valueName: "N", summary: "Exit with 1 if the percentage is below N"
    ) { (arguments, value) throws(UsageError) in
      guard let number = Int(value), (0...100).contains(number) else {
        throw UsageError("'\(value)' is no percentage: write a whole number up to 100")
      }
      arguments.leastPercentage = number
    }
    return [
      .choice("format", \.format, "How it is told [text]"),
      least,
      .choice("formats", \.formats, "What 'format' means for values [assertion]"),
      overlayOption,
    ] + accessOptions
  }
}
