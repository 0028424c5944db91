import Foundation
import PackagePlugin

/// `swift package apus …`: runs the tool on what it is told, in the package's folder.
@main
struct ApusCommand: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    try run(
      context.tool(named: "apus").url, arguments, in: context.package.directoryURL)
  }

  /// Runs the tool to its end; a failure is this process's own, with the tool's exit code.
  private func run(_ tool: URL, _ arguments: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = tool
    process.arguments = arguments
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { exit(process.terminationStatus) }
  }
}

#if canImport(XcodeProjectPlugin)
  import XcodeProjectPlugin

  extension ApusCommand: XcodeCommandPlugin {
    func performCommand(context: XcodePluginContext, arguments: [String]) throws {
      // Xcode asks for targets; the tool takes what stands in `apus.yaml`.
      var extractor = ArgumentExtractor(arguments)
      _ = extractor.extractOption(named: "target")
      let words = extractor.remainingArguments
      try run(
        context.tool(named: "apus").url, words.isEmpty ? ["generate"] : words,
        in: context.xcodeProject.directoryURL)
    }
  }
#endif
