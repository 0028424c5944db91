/// How often a set of characters has been read, for each place that the repetition began at.
///
/// All counts rise together, so it is enough to keep when each began, oldest first: a character is
/// counted in constant time on the average, however many counts there are.
struct PatternCounter {
  private let minimum: Int
  private let maximum: Int?
  private var beginnings: [Int] = []
  /// The index of the oldest that is still below the maximum.
  private var oldest = 0

  init(minimum: Int, maximum: Int?) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Begins a count at a time, and returns whether it is the only one.
  mutating func begin(at time: Int) -> Bool {
    guard oldest < beginnings.count else {
      beginnings = [time]
      oldest = 0
      return true
    }
    // Without a maximum, the oldest count is ahead of all others for ever.
    if maximum != nil { beginnings.append(time) }
    return false
  }

  /// Notes that a character was read by all counts, and returns whether any is left.
  mutating func advance(to time: Int) -> Bool {
    if let maximum {
      while oldest < beginnings.count, time - beginnings[oldest] > maximum { oldest += 1 }
      if oldest > 64, oldest * 2 > beginnings.count {
        beginnings.removeFirst(oldest)
        oldest = 0
      }
    }
    return oldest < beginnings.count
  }

  /// Whether a count has reached the minimum.
  func hasEnough(at time: Int) -> Bool {
    oldest < beginnings.count && time - beginnings[oldest] >= minimum
  }

  mutating func removeAll() {
    beginnings.removeAll(keepingCapacity: true)
    oldest = 0
  }
}
