import Synchronization

/// The line of a terminal that tells what the tool is doing, once that takes longer than people wait
/// without asking. It goes before anything else is printed.
final class Progress: Sendable {
  /// How long work may take before it is told of.
  static let patience = Duration.milliseconds(500)
  /// How often the line is brought up to date.
  private static let interval = Duration.milliseconds(250)

  private struct State {
    var stage: Stages.Stage?
    var start: ContinuousClock.Instant?
    var isShown = false
  }

  private let state = Mutex(State())
  private let console: Console
  private let now: @Sendable () -> ContinuousClock.Instant

  /// - Parameter now: The time.
  init(on console: Console, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
    self.console = console
    self.now = now
  }

  /// Does the tool's work, with a line that tells about it where somebody reads along.
  static func told<Result>(on console: Console, _ work: (Console) -> Result) -> Result {
    guard console.terminal.isInteractive else { return work(console) }
    let progress = Progress(on: console)
    let timer = Task.detached {
      while (try? await Task.sleep(for: interval)) != nil { progress.update() }
    }
    defer {
      timer.cancel()
      progress.rest()
    }
    return work(progress.watched)
  }

  /// The console for the work.
  var watched: Console {
    var watched = console
    watched.output = { bytes in
      self.hide()
      self.console.output(bytes)
    }
    watched.errorOutput = { bytes in
      self.hide()
      self.console.errorOutput(bytes)
    }
    watched.stage = { self.begin($0) }
    watched.pause = {
      self.rest()
      return self.console.pause()
    }
    return watched
  }

  private func begin(_ stage: Stages.Stage) {
    state.withLock { state in
      state.stage = stage
      state.start = state.start ?? now()
    }
  }

  /// Writes the line anew, if it is time for it.
  func update() {
    state.withLock { state in
      guard let stage = state.stage, let start = state.start, now() - start >= Self.patience else {
        return
      }
      let seconds = (now() - start).components.seconds
      console.printError("\r\u{1B}[K\(stage.words)… \(seconds) s")
      state.isShown = true
    }
  }

  /// Nothing is done any more, until the next stage begins.
  func rest() {
    hide()
    state.withLock { $0 = State() }
  }

  private func hide() {
    state.withLock { state in
      if state.isShown { console.printError("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}
