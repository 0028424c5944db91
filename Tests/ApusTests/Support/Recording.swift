import Synchronization

@testable import apus

/// A console that keeps what it is given.
final class Recording: Sendable {
  private let outputs = Mutex<[UInt8]>([])
  private let errorOutputs = Mutex<[UInt8]>([])

  /// What happens while the tool waits; false ends the waiting.
  private let pause: @Sendable () -> Bool

  init(pause: @escaping @Sendable () -> Bool = { false }) {
    self.pause = pause
  }

  /// The console to hand to the tool.
  var console: Console {
    Console(
      output: { bytes in self.outputs.withLock { $0 += bytes } },
      errorOutput: { bytes in self.errorOutputs.withLock { $0 += bytes } },
      terminal: Terminal(isTerminal: false) { _ in nil },
      pause: pause
    )
  }

  /// What was asked for.
  var output: String { String(decoding: outputs.withLock(\.self), as: UTF8.self) }
  /// What was told about the work.
  var errorOutput: String { String(decoding: errorOutputs.withLock(\.self), as: UTF8.self) }

  /// Runs the tool in this process.
  static func run(_ words: String...) -> (code: ExitCode, output: String, errorOutput: String) {
    run(words: words)
  }

  /// Runs the tool in this process.
  static func run(words: [String]) -> (code: ExitCode, output: String, errorOutput: String) {
    let recording = Recording()
    let code = Tool.run(words, console: recording.console)
    return (code, recording.output, recording.errorOutput)
  }
}
