import ApusSource
import ApusYAML

/// `apus bundle`: prints a document in one piece.
enum Bundle: Verb {
  static let name = "bundle"
  static let summary = "Print one document with all that belongs to it"
  static let explanation = """
    Prints DOCUMENT as one document in YAML or JSON, always laid out in the same
    way, with what it refers to in other files. Comments are left out; numbers stay
    exactly as they are written. Without DOCUMENT it is the only one in the folder
    'spec'.
    """

  static func run(_ arguments: BundleArguments, console: Console) throws(UsageError) -> ExitCode {
    let path = try arguments.documentPath()
    var diagnostics = Diagnostics()
    let files = ReferencedFiles(of: path, access: arguments.access)
    let node = arguments.sources(at: path, diagnostics: &diagnostics).flatMap { sources in
      var sources = sources
      sources.files = { files.file(at: $0) }
      return Pipeline.bundle(
        sources, stages: Stages(tell: console.stage), diagnostics: &diagnostics)
    }
    var code = ExitCode.success
    if diagnostics.hasErrors {
      code = .unusableDocument
    } else if arguments.isStrict {
      diagnostics = diagnostics.withWarningsAsErrors
      if diagnostics.hasErrors { code = .findings }
    }
    if code == .success, let node {
      let bytes = DocumentWriter.write(node, as: arguments.chosenNotation)
      code = write(bytes, from: path, arguments, console: console, diagnostics: &diagnostics)
    }
    arguments.tell(diagnostics, on: console)
    return code
  }

  private static func write(
    _ bytes: [UInt8], from path: String, _ arguments: BundleArguments, console: Console,
    diagnostics: inout Diagnostics
  ) -> ExitCode {
    guard !arguments.output.isEmpty else {
      console.output(bytes)
      return .success
    }
    do throws(FileError) {
      try OutputFile.write(
        bytes, to: arguments.output, sparing: [path] + arguments.overlays.map(\.path))
      return .success
    } catch {
      diagnostics.error(error.message, at: nil)
      return .findings
    }
  }
}
