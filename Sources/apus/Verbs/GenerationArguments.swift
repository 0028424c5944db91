/// What `generate` and `check` can be told.
struct GenerationArguments: DocumentArguments, FileAccessArguments {
  /// The document; empty if it is to be found.
  var document = ""
  /// The overlays that correct it, in order.
  var overlays: [String] = []
  /// Which other files it may refer to.
  var access = FileAccess()
  /// The folder for the generated files.
  var output = "Generated"
  /// What can be chosen about the generated code.
  var settings = Settings()
  /// How diagnostics are written.
  var diagnosticStyle = DiagnosticStyle.text
  /// Whether warnings count as errors.
  var isStrict = false
  /// Whether nothing but errors is told.
  var isQuiet = false
  /// Whether every file and the time of every stage is told.
  var isVerbose = false

  static var options: [Option<Self>] {
    [
      .text("output", "DIR", \.output, "The folder for the files [Generated]"),
      overlayOption,
      .choices("server", \.settings.servers, "Also write an adapter for this server"),
      .choice("runtime", \.settings.runtime, "Where the runtime comes from [package]"),
    ] + accessOptions + diagnosticOptions + [
      .flag("verbose", \.isVerbose, "Tell every file and how long each stage took")
    ]
  }
}
