import Synchronization
import Testing

@testable import apus

@Suite("Progress")
struct ProgressTests {
  /// A clock that is set by hand.
  private final class Clock: Sendable {
    private let time = Mutex(ContinuousClock.now)
    var now: ContinuousClock.Instant { time.withLock(\.self) }
    func pass(_ duration: Duration) { time.withLock { $0 += duration } }
  }

  private let recording = Recording()
  private let clock = Clock()
  private let progress: Progress
  private var told: String { recording.errorOutput }

  init() {
    let clock = clock
    progress = Progress(on: recording.console) { clock.now }
  }

  @Test("What is quick is not told of")
  func patience() {
    progress.watched.stage(.parse)
    clock.pass(.milliseconds(499))
    progress.update()
    progress.watched.print("done\n")
    progress.rest()
    #expect(told.isEmpty)
    #expect(recording.output == "done\n")
  }

  @Test("What takes longer is, all of it together")
  func line() {
    progress.watched.stage(.parse)
    clock.pass(.milliseconds(300))
    progress.watched.stage(.model)
    clock.pass(.milliseconds(300))
    progress.update()
    #expect(told == "\r\u{1B}[Kchecking and deciding on types… 0 s")
    clock.pass(.seconds(2))
    progress.update()
    #expect(told.hasSuffix("\r\u{1B}[Kchecking and deciding on types… 2 s"))
  }

  @Test("The line goes before anything else is printed")
  func hiding() {
    progress.watched.stage(.write)
    clock.pass(.seconds(1))
    progress.update()
    progress.watched.printErrorLine("written")
    #expect(told == "\r\u{1B}[Kwriting files… 1 s\r\u{1B}[Kwritten\n")
    progress.rest()
    progress.update()
    #expect(told.hasSuffix("written\n"))
  }

  @Test("Waiting for changes is no work")
  func pauses() {
    let console = progress.watched
    console.stage(.write)
    clock.pass(.seconds(1))
    _ = console.pause()
    clock.pass(.seconds(1))
    progress.update()
    console.stage(.parse)
    progress.update()
    #expect(told.isEmpty)
  }

  @Test("Every stage has words that fit a line")
  func words() {
    let words = Stages.Stage.allCases.map(\.words)
    #expect(Set(words).count == words.count)
    for text in words { #expect(!text.isEmpty && text.count < 40) }
  }
}
