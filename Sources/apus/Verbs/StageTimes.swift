/// How long each stage of a run took.
struct StageTimes: CustomStringConvertible {
  private var times: [(stage: String, time: Duration)] = []

  /// Does a stage's work and keeps its time.
  mutating func measure<Result>(_ stage: String, _ work: () -> Result) -> Result {
    let start = ContinuousClock.now
    let result = work()
    times.append((stage, ContinuousClock.now - start))
    return result
  }

  /// One line a stage, in milliseconds.
  var description: String {
    times.map { stage, time in
      let microseconds = time / .microseconds(1)
      return "\(stage): \((microseconds / 10).rounded() / 100) ms\n"
    }.joined()
  }
}
