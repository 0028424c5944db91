/// The runtime's sources, for modules that hold them themselves.
struct EmbeddedRuntime {
  /// The files, in an order that is always the same.
  let files: [EmbeddedSource]
  /// The names of the types at the top level.
  let types: Set<String>

  /// What this tool has of the runtime; read when it is first asked for.
  static let shared: Result<EmbeddedRuntime, FileError> = {
    do throws(FileError) {
      return .success(EmbeddedRuntime(try RuntimeSources.all()))
    } catch {
      return .failure(error)
    }
  }()

  private init(_ sources: [RuntimeSources.File]) {
    files = sources.map { EmbeddedSource($0.name, of: $0.module, source: $0.text) }
      .filter(\.isNeeded)
    types = Set(files.flatMap(\.types))
  }
}

/// The runtime's sources as they are in its modules.
///
/// A tool that is built to be carried away has them in it, where `Sources/Release/run` puts them. Any
/// other reads those that it was built beside: so nothing has to be made before it can be built.
enum RuntimeSources {
  /// A file of a module.
  struct File {
    var module: String
    /// The file's name, without folders.
    var name: String
    var text: String
  }

  #if APUS_CARRIES_RUNTIME
    static func all() throws(FileError) -> [File] {
      CarriedRuntime.files.map { File(module: "\($0)", name: "\($1)", text: "\($2)") }
    }
  #else
    static func all() throws(FileError) -> [File] {
      var files: [File] = []
      for module in EmbeddedSource.modules {
        let place = "\(sources)/\(module)"
        guard let folder = try Folder.open(place) else {
          throw FileError(
            "read", place, reason: "the sources that this tool was built from are gone")
        }
        try add(filesOf: folder, in: module, to: &files)
      }
      return files
    }

    /// The folder of all modules: two levels above this file's.
    private static var sources: String {
      FolderPath.holding(FolderPath.holding(FolderPath.holding("\(#filePath)")))
    }

    private static func add(
      filesOf folder: Folder, in module: String, to files: inout [File]
    ) throws(FileError) {
      for name in try folder.names() {
        if name.hasSuffix(".swift") {
          let text = String(decoding: try folder.read(name), as: UTF8.self)
          files.append(File(module: module, name: name, text: text))
        } else if !name.hasPrefix("."), !name.hasSuffix(".docc"),
          try folder.status(of: name)?.kind == .folder, let inner = try folder.folder(name)
        {
          try add(filesOf: inner, in: module, to: &files)
        }
      }
    }
  #endif
}
