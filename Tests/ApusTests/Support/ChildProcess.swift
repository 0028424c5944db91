import Foundation

/// Runs programs to their end.
enum ChildProcess {
  /// What came of it.
  struct Outcome {
    var code: Int32
    var output: String
    var errorOutput: String
  }

  /// Runs a program found by the search path, or by its own path if it has a slash.
  ///
  /// What it prints goes through files, so that no pipe can fill up and stop it.
  static func run(
    _ program: String, _ arguments: [String], in folder: String,
    environment: [String: String] = [:]
  ) async throws -> Outcome {
    let scratch = try TemporaryFolder()
    try scratch.write("output", "")
    try scratch.write("errors", "")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: scratch.path("output"))
    process.standardError = FileHandle(forWritingAtPath: scratch.path("errors"))
    try await withCheckedThrowingContinuation {
      (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
    return Outcome(
      code: process.terminationStatus,
      output: scratch.read("output") ?? "",
      errorOutput: scratch.read("errors") ?? ""
    )
  }

  /// Whether a program can be run at all.
  static func exists(_ program: String) -> Bool {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }
}
