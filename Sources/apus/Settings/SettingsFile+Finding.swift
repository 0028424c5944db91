import ApusSource

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension SettingsFile {
  /// The arguments of each document to generate for: those of the settings file, and over them what
  /// the command line says. Nil, with diagnostics, if the settings can't be used.
  ///
  /// - Parameters:
  ///   - words: The command line behind the verb.
  ///   - asked: What these words say by themselves.
  static func arguments(
    for words: [String], _ asked: GenerationArguments, diagnostics: inout Diagnostics
  ) throws(UsageError) -> [GenerationArguments]? {
    guard let all = known(for: asked, diagnostics: &diagnostics) else { return nil }
    var result: [GenerationArguments] = []
    for known in all {
      guard case .work(let arguments) = try GenerationArguments.parse(words, over: known) else {
        continue
      }
      result.append(arguments)
    }
    return result
  }

  /// What the settings file says of the documents to generate for; nil, with diagnostics, if it can't
  /// be used.
  static func known(
    for asked: GenerationArguments, diagnostics: inout Diagnostics
  ) -> [GenerationArguments]? {
    guard let path = path(for: asked) else { return [GenerationArguments()] }
    let settings = SettingsFile(at: path, diagnostics: &diagnostics)
    var all = settings?.arguments(diagnostics: &diagnostics) ?? []
    // Where a build names the files, each document has its own folder and namespace.
    if asked.fixedFiles.isEmpty { all.tellOthers(diagnostics: &diagnostics) }
    guard !diagnostics.hasErrors else { return nil }
    guard !asked.document.isEmpty else { return all }
    // Settings of other documents are not this one's.
    let own = all.first { $0.document == asked.document } ?? all.first { $0.document.isEmpty }
    var arguments = own ?? GenerationArguments()
    arguments.isLeftOut = own == nil
    return [arguments]
  }

  /// The settings file: the one that is named, or else the first that is there of those that may be.
  private static func path(for asked: GenerationArguments) -> String? {
    guard asked.settingsFile.isEmpty else { return asked.settingsFile }
    return candidates(for: asked).first { path in
      // A file that is there but can't be read is told of when it is read.
      access(path, F_OK) == 0
    }
  }

  /// Where the settings file can be: the one that is named, or else the one beside the document or,
  /// failing that, in the folder that the tool runs in.
  static func candidates(for asked: GenerationArguments) -> [String] {
    guard asked.settingsFile.isEmpty else { return [asked.settingsFile] }
    // A build says where they are, so that its results depend on nothing that it doesn't know.
    guard asked.fixedFiles.isEmpty else { return [] }
    let folder =
      asked.document.isEmpty ? DocumentFile.defaultFolder : FolderPath.holding(asked.document)
    let places = asked.document.isEmpty ? [".", folder] : [folder, "."]
    return places.map { FolderPath.path(name, in: $0) }
  }
}

extension [GenerationArguments] {
  /// Tells each document of the others' files in the same folder, and of two that would write the
  /// same ones.
  fileprivate mutating func tellOthers(diagnostics: inout Diagnostics) {
    for index in indices {
      for other in indices where other != index && self[other].output == self[index].output {
        let paths = self[other].settings.style.paths
        if other < index, let path = paths.first(where: self[index].settings.style.paths.contains) {
          diagnostics.error(
            "'\(self[other].document)' and '\(self[index].document)' both make "
              + "'\(FolderPath.path(path, in: self[index].output))': each needs an 'output' or a "
              + "'namespace' of its own",
            at: nil)
        }
        self[index].otherFiles.formUnion(paths)
      }
    }
  }
}
