import Foundation

/// The files of a target, as far as code generation is concerned with them.
struct TargetFiles {
  /// The target's name.
  let target: String
  /// The folder that the documents' names are relative to.
  let folder: URL
  /// The OpenAPI documents, in an order that is always the same.
  let documents: [URL]
  /// The settings file, if there is one.
  let settings: URL?
  /// Everything that the generated code may depend on.
  let inputs: [URL]

  /// The endings of names that documents, and what they refer to, have.
  private static let extensions: Set = ["yaml", "yml", "json", "md"]
  private static let settingsName = "apus.yaml"

  /// - Parameters:
  ///   - files: The files that the build knows of: those that the manifest excludes are no
  ///     documents, but can be referred to.
  ///   - folder: The target's folder.
  init(_ files: [URL], in folder: URL, of target: String) {
    self.target = target
    self.folder = folder
    let known = files.filter { Self.extensions.contains($0.pathExtension.lowercased()) }
    let settings = known.first { $0.lastPathComponent == Self.settingsName }
    self.settings = settings
    documents = known.filter { $0 != settings && Self.isDocument($0) }.sorted { $0.path < $1.path }
    // What documents refer to is known only once they are read, which is too late for the build.
    inputs = Set(known).union(Self.files(below: folder)).sorted { $0.path < $1.path }
  }

  private static func files(below folder: URL) -> [URL] {
    let paths = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    let all = paths?.compactMap { $0 as? URL } ?? []
    return all.filter { extensions.contains($0.pathExtension.lowercased()) }
  }

  /// Whether a file is an OpenAPI document: by its name (`openapi.yaml`, `shop.openapi.json`), or
  /// because it says so.
  private static func isDocument(_ file: URL) -> Bool {
    let stem = file.deletingPathExtension().lastPathComponent.lowercased()
    if stem == "openapi" || stem.hasSuffix(".openapi") { return true }
    guard file.pathExtension.lowercased() != "md",
      let contents = try? Data(contentsOf: file, options: .mappedIfSafe)
    else { return false }
    return isDocument(contents)
  }

  /// Whether a text in YAML or JSON has the root key of OpenAPI documents.
  private static func isDocument(_ contents: Data) -> Bool {
    let keys = ["openapi", "swagger"]
    guard keys.contains(where: { contents.range(of: Data($0.utf8)) != nil }) else { return false }
    if let object = try? JSONSerialization.jsonObject(with: contents) {
      return (object as? [String: Any])?.keys.contains(where: keys.contains) ?? false
    }
    let starts = keys.flatMap { ["\($0):", "\"\($0)\":", "'\($0)':"] }
    return String(decoding: contents, as: UTF8.self).split(whereSeparator: \.isNewline).contains {
      line in starts.contains { line.hasPrefix($0) }
    }
  }
}
