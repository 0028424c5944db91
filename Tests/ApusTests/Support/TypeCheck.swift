import Foundation
import Testing

/// Compiles generated files as a user's package would, without making anything of them.
enum TypeCheck {
  /// Whether the compiler and the compiled runtime are there.
  static let isPossible = Places.modules != nil && ChildProcess.exists("swiftc")

  /// Why not, if so.
  static let reason: Comment = "there is no swiftc, or no compiled ApusRuntime beside the tests"

  /// The options for each default isolation that a package may have.
  static let isolations = [[], ["-default-isolation", "MainActor"]]

  /// One compiler a processor: more at once take their memory from each other, and end no sooner.
  private static let compilers = Turnstile(places: ProcessInfo.processInfo.activeProcessorCount)

  /// Compiles files in Swift 6 mode with every warning an error; what the compiler complains
  /// about, or nothing.
  static func complaints(_ files: [String], isolation: [String]) async throws -> String {
    guard !files.isEmpty else { return "" }
    let modules = try #require(Places.modules)
    let options = ["-typecheck", "-swift-version", "6", "-warnings-as-errors", "-parse-as-library"]
    let module = ["-module-name", "Golden", "-package-name", "golden", "-I", modules]
    let result = try await compilers.whenFree {
      try await ChildProcess.run(
        "swiftc", options + isolation + module + files, in: Places.package
      )
    }
    return result.code == 0 ? "" : "\nexit code \(result.code)\n\(result.errorOutput)"
  }
}
