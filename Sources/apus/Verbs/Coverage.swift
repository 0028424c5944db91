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
    return report.perMille < arguments.leastPerMille ? .findings : .success
  }
}

/// What `coverage` can be told.
struct CoverageArguments: DocumentArguments, FileAccessArguments {
  var document = ""
  var overlays: [NamedFile] = []
  /// Which other files the document may refer to.
  var access = FileAccess()
  /// How it is told.
  var format = CoverageReport.Format.text
  /// What the keyword `format` means.
  var formats = Settings.Formats.assertion
  /// The percentage below which it is a finding, in tenths.
  var leastPerMille = 0
  var diagnosticStyle = DiagnosticStyle.text
  var isStrict = false
  var isQuiet = false

  static var options: [Option<Self>] {
    let least = Option<Self>(
      name: "fail-under", valueName: "N", summary: "Exit with 1 if the percentage is below N"
    ) { (arguments, value) throws(UsageError) in
      guard let least = perMille(value) else {
        throw UsageError(
          "'\(value)' is no percentage: write a number up to 100, with one decimal place at most")
      }
      arguments.leastPerMille = least
    }
    return [
      .choice("format", \.format, "How it is told [text]"),
      least,
      .choice("formats", \.formats, "What 'format' means for values [assertion]"),
      overlayOption,
    ] + accessOptions
  }

  /// A percentage in tenths; nil if a text is none, or has more decimal places.
  private static func perMille(_ text: String) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let tenths = parts.count > 1 ? parts[1] : "0"
    guard let whole = UInt8(parts[0]), let tenth = UInt8(tenths), tenths.count == 1 else {
      return nil
    }
    let result = Int(whole) * 10 + Int(tenth)
    return result <= 1000 ? result : nil
  }
}
