import ApusSource

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The tool's way to whoever called it. Tests put something else in its place.
struct Console: Sendable {
  /// Takes what was asked for: help, differences.
  var output: @Sendable ([UInt8]) -> Void
  /// Takes what is told about the work: diagnostics, summaries.
  var errorOutput: @Sendable ([UInt8]) -> Void
  /// How what is told about the work is shown.
  var terminal: Terminal
  /// Lets some time pass before it is looked whether files have changed; false if nobody waits for
  /// that any more.
  var pause: @Sendable () -> Bool

  /// Is told what the tool is about to do.
  var stage: @Sendable (Stages.Stage) -> Void = { _ in }

  /// Prints what was asked for.
  func print(_ text: String) { output(Array(text.utf8)) }

  /// Prints something about the work.
  func printError(_ text: String) { errorOutput(Array(text.utf8)) }

  /// Prints a line about the work, whatever names of files or words are in it.
  func printErrorLine(_ line: String) {
    printError(HarmlessText.line(line.unicodeScalars) + "\n")
  }

  /// The process's own standard output and standard error.
  static var process: Console {
    Console(
      output: { write($0, to: STDOUT_FILENO) },
      errorOutput: { write($0, to: STDERR_FILENO) },
      terminal: Terminal(isTerminal: isatty(STDERR_FILENO) == 1) { variable in
        getenv(variable).map { String(cString: $0) }
      },
      pause: {
        usleep(150_000)
        return true
      }
    )
  }

  /// Writes everything, or as much as the reader takes: when nobody reads any more, there is
  /// nobody to tell it either.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      _ = OpenFile.writeAll(buffer, to: descriptor)
    }
  }
}
