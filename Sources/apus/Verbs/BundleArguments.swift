import ApusYAML

/// What `bundle` can be told.
struct BundleArguments: DocumentArguments, FileAccessArguments {
  var document = ""
  var overlays: [NamedFile] = []
  /// Which other files it may refer to.
  var access = FileAccess()
  /// The file for the bundle; empty for the standard output.
  var output = ""
  /// How the bundle is written, if that was said.
  var notation: DocumentWriter.Notation?
  var diagnosticStyle = DiagnosticStyle.text
  var isStrict = false
  var isQuiet = false

  /// How the bundle is written: as said, or else as the output's name ends.
  var chosenNotation: DocumentWriter.Notation {
    notation ?? (output.lowercased().hasSuffix(".json") ? .json : .yaml)
  }

  static var options: [Option<Self>] {
    let format = Option<Self>(
      name: "format", valueName: DocumentWriter.Notation.alternatives,
      form: .choice(DocumentWriter.Notation.words),
      summary: "How it is written [as FILE ends, or yaml]"
    ) { (arguments, value) throws(UsageError) in
      arguments.notation = try .named(value, option: "format")
    }
    return [
      .path("output", "FILE", \.output, "The file to write [standard output]"),
      format,
      overlayOption,
    ] + accessOptions + [strictOption] + diagnosticOptions
  }
}

extension DocumentWriter.Notation: Choosable {}
