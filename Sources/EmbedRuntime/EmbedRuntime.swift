import Foundation
import PackagePlugin

/// Puts the runtime's sources into the tool, which writes them beside the code of those who want no
/// package (`--runtime embedded`).
@main
struct EmbedRuntime: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let names = ["ApusCore", "ApusRuntime"]
    let modules = try context.package.targets(named: names).compactMap(\.sourceModule)
    let sources = modules.flatMap { module in
      module.sourceFiles(withSuffix: "swift").map(\.url).sorted { $0.path < $1.path }
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRuntime.swift")
    return [
      .buildCommand(
        displayName: "Embedding the runtime",
        executable: try context.tool(named: "ApusEmbedding").url,
        arguments: [output.path] + sources.map(\.path),
        inputFiles: sources,
        outputFiles: [output])
    ]
  }
}
