import ApusSource

/// What every verb that reads a document can be told.
protocol DocumentArguments: ArgumentList {
  /// The document; empty if it is to be found.
  var document: String { get set }
  /// Where the settings file names the document, if it does.
  var documentSpan: SourceSpan? { get }
  /// The overlays that correct it, in order.
  var overlays: [NamedFile] { get set }
  /// How diagnostics are written.
  var diagnosticStyle: DiagnosticStyle { get set }
  /// Whether warnings count as errors.
  var isStrict: Bool { get set }
  /// Whether nothing but errors is told.
  var isQuiet: Bool { get set }
}

/// A file that was named.
struct NamedFile: Hashable, Sendable {
  var path: String
  /// Where it was named, if it was in a file.
  var span: SourceSpan?
}

/// How diagnostics are written.
enum DiagnosticStyle: String, Choosable {
  case text, json, github
}

extension DocumentArguments {
  static var operands: [Operand<Self>] {
    [
      Operand(name: "DOCUMENT", isOptional: true) { (arguments, value) throws(UsageError) in
        guard !value.isEmpty else { throw UsageError("DOCUMENT is empty") }
        arguments.document = value
      }
    ]
  }

  var documentSpan: SourceSpan? { nil }

  /// The option about corrections.
  static var overlayOption: Option<Self> {
    .paths("overlay", "FILE", \.overlays, "Correct the document first; may be repeated")
  }

  /// The options about what is told.
  static var diagnosticOptions: [Option<Self>] {
    [
      .choice("diagnostics", \.diagnosticStyle, "How findings are written [text]").rare,
      .flag("quiet", \.isQuiet, "Tell errors only"),
    ]
  }

  /// The option about what counts as an error.
  static var strictOption: Option<Self> {
    .flag("strict", \.isStrict, "Take warnings for errors")
  }

  /// The document's path: the one given, or else that of the only document in `spec`.
  func documentPath() throws(UsageError) -> String {
    try document.isEmpty ? DocumentFile.only() : document
  }

  /// The texts at a path and of the overlays; nil, with diagnostics, if one can't be used.
  func sources(at path: String, diagnostics: inout Diagnostics) -> DocumentSources? {
    let document = DocumentFile.read(
      path, namedAt: path == self.document ? documentSpan : nil, diagnostics: &diagnostics)
    let overlays = self.overlays.map {
      DocumentFile.read($0.path, namedAt: $0.span, diagnostics: &diagnostics)
    }
    guard let document, !overlays.contains(where: { $0 == nil }) else { return nil }
    return DocumentSources(document: document, overlays: overlays.compactMap(\.self))
  }

  /// Tells what was found, or as much as was asked for.
  func tell(_ diagnostics: Diagnostics, on console: Console) {
    let told = isQuiet ? diagnostics.errorsOnly : diagnostics
    // Programs that read JSON want a whole one, even if there is nothing in it.
    guard diagnosticStyle == .json || !told.isEmpty else { return }
    let format: DiagnosticFormat =
      switch diagnosticStyle {
      case .text: .text(colour: console.terminal.hasColour)
      case .json: .json
      case .github: .github
      }
    console.printError(format.format(told))
  }
}

extension Diagnostics {
  /// The same, with every warning made an error.
  var withWarningsAsErrors: Diagnostics {
    var result = Diagnostics()
    for var diagnostic in all {
      if diagnostic.severity == .warning { diagnostic.severity = .error }
      result.append(diagnostic)
    }
    return result
  }

  /// Only the errors.
  var errorsOnly: Diagnostics {
    var result = Diagnostics()
    for diagnostic in all where diagnostic.severity == .error { result.append(diagnostic) }
    return result
  }
}
