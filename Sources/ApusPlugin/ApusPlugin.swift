import Foundation
import PackagePlugin

/// Generates code for the OpenAPI documents among a target's files, as a part of the build.
@main
struct ApusPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target.sourceModule else { throw NoDocument(target: target.name) }
    let files = TargetFiles(
      Array(module.sourceFiles).map(\.url), in: target.directoryURL, of: target.name)
    return try BuildCommands(
      tool: context.tool(named: "apus").url, output: context.pluginWorkDirectoryURL
    ).commands(for: files)
  }
}

#if canImport(XcodeProjectPlugin)
  import XcodeProjectPlugin

  extension ApusPlugin: XcodeBuildToolPlugin {
    func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
      let files = TargetFiles(
        Array(target.inputFiles).map(\.url), in: context.xcodeProject.directoryURL,
        of: target.displayName)
      return try BuildCommands(
        tool: context.tool(named: "apus").url, output: context.pluginWorkDirectoryURL
      ).commands(for: files)
    }
  }
#endif

/// A target that uses the plugin without giving it anything to do.
struct NoDocument: Error, CustomStringConvertible {
  var target: String

  var description: String {
    "no OpenAPI document is among the files of the target '\(target)': put one, or a symbolic link "
      + "to one, in its folder"
  }
}
