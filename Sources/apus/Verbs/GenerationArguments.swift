import ApusModel
import ApusSource
import ApusSwift

/// What `generate` and `check` can be told.
struct GenerationArguments: DocumentArguments, FileAccessArguments {
  /// The document; empty if it is to be found.
  var document = "" {
    didSet { documentSpan = nil }
  }
  /// Where the settings file names it, if it does.
  var documentSpan: SourceSpan?
  /// The overlays that correct it, in order.
  var overlays: [NamedFile] = []
  /// Which other files it may refer to.
  var access = FileAccess()
  /// The folder for the generated files.
  var output = "Generated"
  /// The files in that folder that the settings file has made of other documents.
  var otherFiles: Set<String> = []
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

  /// Whether the work is done again when a file changes.
  var isWatched = false
  /// The settings file; empty if it is to be found.
  var settingsFile = ""
  /// What the names of all files begin with where a build has to know them; empty otherwise.
  var fixedFiles = ""
  /// Whether the code stands in a namespace, if need be in one named after the files.
  var isSeparate = false
  /// Whether the settings speak of other documents only, so that nothing is made of this one.
  var isLeftOut = false

  /// What a settings file can say, too.
  static var settings: [Option<Self>] {
    [
      .folder("output", \.output, "The folder for the files [Generated]"),
      overlayOption,
      .choices("server", \.settings.style.adapters, "Also write an adapter for this server"),
      .choices("transport", \.settings.style.transports, "Also write a transport by this client")
        .rare,
      .choice("access", \.settings.style.access, "Who may use the code [public]").rare,
      .choice("names", \.settings.style.names, "How names are spelt [idiomatic]").rare,
      renameOption.rare,
      namespaceOption,
      .choice("files", \.settings.style.files, "Into how many files it is written [parts]").rare,
      .choice("runtime", \.settings.runtime, "Where the runtime comes from [package]").rare,
      .choice("formats", \.settings.formats, "What 'format' means for values [assertion]").rare,
      choice("only", \.settings.selection.only, "Only what is named so, '*' for any text"),
      choice("except", \.settings.selection.except, "Not what is named so").rare,
    ] + accessOptions + [strictOption]
  }

  /// The option about single names.
  private static var renameOption: Option<Self> {
    Option(
      name: "renames", valueName: "KEY=NAME", form: .pair(.init()), isRepeatable: true,
      summary: "Name a schema, property, operation or the like"
    ) { (arguments, value) throws(UsageError) in
      guard let equals = value.lastIndex(of: "=") else {
        throw UsageError("'\(value)' is no value for '--renames': write KEY=NAME")
      }
      arguments.settings.style.renames.append(
        Rename(String(value[..<equals]), to: String(value[value.index(after: equals)...])))
    } place: { arguments, span in
      guard let last = arguments.settings.style.renames.indices.last else { return }
      arguments.settings.style.renames[last].span = span
    }
  }

  /// The option about what all types stand in.
  private static var namespaceOption: Option<Self> {
    Option(
      name: "namespace", valueName: "NAME", summary: "Put all types, and files, under this name"
    ) { (arguments, value) throws(UsageError) in
      guard let namespace = Namespace(value) else {
        throw UsageError(
          "'\(value)' can't be a namespace: it needs an identifier that begins with a capital "
            + "letter, and that Swift or ApusRuntime does not use")
      }
      arguments.settings.style.namespace = namespace
    }
  }

  /// An option that names parts of the document by their kind; it may be repeated.
  private static func choice(
    _ name: String, _ criteria: WritableKeyPath<Self, [Selection.Criterion]>, _ summary: String
  ) -> Option<Self> {
    let kinds = Selection.Kind.allCases.map(\.rawValue)
    return Option(
      name: name, valueName: "KIND=NAME", form: .pair(.init(keys: kinds)), isRepeatable: true,
      summary: summary
    ) { (arguments, value) throws(UsageError) in
      let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw UsageError("'\(value)' is no value for '--\(name)': write KIND=NAME")
      }
      guard let kind = Selection.Kind(rawValue: parts[0]) else {
        throw UsageError.unknown("kind for '--\(name)'", parts[0], among: kinds)
      }
      arguments[keyPath: criteria].append(Selection.Criterion(kind, parts[1]))
    } place: { arguments, span in
      guard let last = arguments[keyPath: criteria].indices.last else { return }
      arguments[keyPath: criteria][last].span = span
    }
  }

  static var options: [Option<Self>] {
    settings + [
      .path("settings", "FILE", \.settingsFile, "The settings [\(SettingsFile.name)]").rare
    ] + diagnosticOptions + [
      .flag("watch", \.isWatched, "Do it again when a file changes"),
      .flag("verbose", \.isVerbose, "Tell every file and the time of each stage").rare,
    ] + buildOptions
  }

  /// What the plugin says.
  private static var buildOptions: [Option<Self>] {
    [
      Option(
        name: "fixed-files", valueName: "PREFIX",
        summary: "Always the same files, for build systems"
      ) { (arguments, value) throws(UsageError) in
        guard RelativePath(value)?.folders.isEmpty == true else {
          throw UsageError("'\(value)' is no value for '--fixed-files': it begins names of files")
        }
        arguments.fixedFiles = value
      }.rare,
      .flag("separate", \.isSeparate, "A namespace after PREFIX, unless there is one").rare,
    ]
  }
}
