import ApusSource
import ApusSwift

/// Files whose names depend on nothing, for builds that must know them beforehand.
struct FixedFiles {
  /// What all names begin with; behind it stands a plus.
  let prefix: String

  /// What the names of the files that there can be end in. The plugin has the same list.
  static let parts = [
    "API", "AsyncHTTPClient", "Client", "Coding", "Hummingbird", "Locations", "NIO", "Schemas",
    "Server", "Types",
  ]

  /// The same files under fixed names, and empty ones for those that the document or the settings
  /// make none of.
  func files(for generated: [GeneratedFile], from document: String) -> [GeneratedFile] {
    let contents = Dictionary(
      generated.map { (Self.part(of: $0.path), $0.contents) },
      uniquingKeysWith: { first, _ in first })
    let blank = GeneratedFile(
      path: "", document: document, body: "// Nothing of the document belongs here.\n")
    // A file that the list lacks keeps its name, and the build that doesn't know it misses it.
    let parts = Self.parts + contents.keys.filter { !Self.parts.contains($0) }.sorted()
    return parts.map { part in
      GeneratedFile(path: "\(prefix)+\(part).swift", contents: contents[part] ?? blank.contents)
    }
  }

  /// The end of a file's name, without what stands before a plus.
  private static func part(of path: String) -> String {
    let stem = path.hasSuffix(".swift") ? path.dropLast(".swift".count) : path[...]
    return stem.split(separator: "+").last.map(String.init) ?? String(stem)
  }
}

extension GenerationArguments {
  /// Whether a build wants files of a document that the settings leave out.
  var isFixedAndLeftOut: Bool { isLeftOut && !fixedFiles.isEmpty }

  /// The settings, with the namespace that a build's documents need beside others, and the names that
  /// the runtime's sources take where they stand beside the code.
  func chosenSettings(beside runtime: EmbeddedRuntime?) -> Settings {
    var settings = settings
    if isSeparate, settings.style.namespace == nil {
      settings.style.namespace = Namespace(of: FixedFiles.stem(of: fixedFiles))
    }
    if let runtime { settings.style.embeddedTypes = runtime.types }
    return settings
  }

  /// Whether the runtime's sources are wanted. A build that knows its files has the package as well.
  var embedsRuntime: Bool { settings.runtime == .embedded && fixedFiles.isEmpty }

  /// The files of the runtime beside those made of a document.
  func files(of runtime: EmbeddedRuntime?, from document: String) -> [GeneratedFile] {
    (runtime?.files ?? []).map { file in
      GeneratedFile(
        path: "ApusRuntime/\(file.name)", document: document, body: "\(file.text)\n")
    }
  }

  /// The files under the names that they are to have.
  func fixed(_ files: [GeneratedFile], from document: String) -> [GeneratedFile] {
    guard !fixedFiles.isEmpty else { return files }
    return FixedFiles(prefix: fixedFiles).files(for: files, from: document)
  }
}

extension FixedFiles {
  /// A document's name without what tells that it is one: `shop` of `shop.openapi.yaml`.
  static func stem(of name: String) -> String {
    var parts = name.split(separator: ".").map(String.init)
    for ending in [["yaml", "yml", "json", "md"], ["openapi"]] {
      guard parts.count > 1, let last = parts.last, ending.contains(last.lowercased()) else {
        continue
      }
      parts.removeLast()
    }
    return parts.joined(separator: ".")
  }
}
