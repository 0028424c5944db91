import Foundation
import PackagePlugin

/// Makes a build command of each document.
struct BuildCommands {
  /// The generator.
  let tool: URL
  /// The folder that the plugin may write to.
  let output: URL

  /// What the names of the generated files end in. The tool makes all of them for every document,
  /// because the build has to know them before anybody reads it.
  private static let parts = [
    "API", "AsyncHTTPClient", "Client", "Coding", "Hummingbird", "Locations", "NIO", "Schemas",
    "Server", "Types",
  ]

  func commands(for files: TargetFiles) throws -> [Command] {
    guard !files.documents.isEmpty else { throw NoDocument(target: files.target) }
    return files.documents.map { command(for: $0, among: files) }
  }

  private func command(for document: URL, among files: TargetFiles) -> Command {
    let name = Self.name(of: document, below: files.folder)
    let folder = output.appending(path: name)
    var arguments = [
      "generate", document.path, "--output", folder.path, "--fixed-files", name, "--quiet",
    ]
    if let settings = files.settings { arguments += ["--settings", settings.path] }
    if files.documents.count > 1 { arguments.append("--separate") }
    return .buildCommand(
      displayName: "Generating Swift for \(document.lastPathComponent)",
      executable: tool,
      arguments: arguments,
      inputFiles: files.inputs,
      outputFiles: Self.parts.map { folder.appending(path: "\(name)+\($0).swift") })
  }

  /// A name for what is made of a document, which no other document of the target has.
  private static func name(of document: URL, below folder: URL) -> String {
    let (path, root) = (document.path, folder.path + "/")
    let place = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
    return place.split(separator: "/").joined(separator: "-")
  }
}
