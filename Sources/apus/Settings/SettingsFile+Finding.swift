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
    guard let path = path(for: asked) else { return [asked] }
    let settings = SettingsFile(at: path, diagnostics: &diagnostics)
    var all = settings?.arguments(diagnostics: &diagnostics) ?? []
    guard !diagnostics.hasErrors else { return nil }
    if !asked.document.isEmpty {
      // Settings of other documents are not this one's.
      let own = all.first { $0.document == asked.document } ?? all.first { $0.document.isEmpty }
      all = [own ?? GenerationArguments()]
    }
    var result: [GenerationArguments] = []
    for known in all {
      guard case .work(let arguments) = try GenerationArguments.parse(words, over: known) else {
        continue
      }
      result.append(arguments)
    }
    return result
  }

  /// The settings file: the one that is named, or else the one beside the document or, failing
  /// that, in the folder that the tool runs in.
  private static func path(for asked: GenerationArguments) -> String? {
    guard asked.settingsFile.isEmpty else { return asked.settingsFile }
    let folder =
      asked.document.isEmpty ? DocumentFile.defaultFolder : FolderPath.holding(asked.document)
    let places = asked.document.isEmpty ? [".", folder] : [folder, "."]
    return places.map { FolderPath.path(name, in: $0) }.first { path in
      // A file that is there but can't be read is told of when it is read.
      access(path, F_OK) == 0
    }
  }
}
