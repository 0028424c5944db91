/// The stages of the tool's work: which it is in, and how long each of them took.
final class Stages {
  /// A part of the work that takes its time.
  enum Stage: String, CaseIterable {
    case read, parse, resolve, model, generate, compare, difference, write

    /// What the tool is doing then.
    var words: String {
      switch self {
      case .read: "reading files"
      case .parse: "parsing"
      case .resolve: "following references"
      case .model: "checking and deciding on types"
      case .generate: "generating Swift"
      case .compare: "comparing"
      case .difference: "listing differences"
      case .write: "writing files"
      }
    }
  }

  private let tell: (Stage) -> Void
  private let clock = ContinuousClock()
  private var begun: (stage: Stage, time: ContinuousClock.Instant)?
  private var times: [(stage: Stage, time: Duration)] = []

  /// - Parameter tell: Is told of each stage when it begins.
  init(tell: @escaping (Stage) -> Void = { _ in }) {
    self.tell = tell
  }

  /// Ends the stage before and begins another one, or goes on with it.
  func begin(_ stage: Stage) {
    guard begun?.stage != stage else { return }
    end()
    begun = (stage, clock.now)
    tell(stage)
  }

  /// Ends the last stage.
  func end() {
    guard let (stage, start) = begun else { return }
    let time = clock.now - start
    if let index = times.firstIndex(where: { $0.stage == stage }) {
      times[index].time += time
    } else {
      times.append((stage, time))
    }
    begun = nil
  }

  /// One line a stage, in milliseconds, and one for all.
  var description: String {
    let all = times.reduce(Duration.zero) { $0 + $1.time }
    return (times.map { ($0.stage.rawValue, $0.time) } + [("all", all)]).map { name, time in
      let microseconds = time / .microseconds(1)
      return "\(name): \((microseconds / 10).rounded() / 100) ms\n"
    }.joined()
  }
}
