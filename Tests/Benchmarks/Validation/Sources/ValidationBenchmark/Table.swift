import Foundation

/// A table of what some work on the same text takes.
struct Table {
  let title: String
  let size: Int
  let count: Int
  /// Words of which one stands in the label of each work that is done; none for all of it.
  let words: [String]

  /// Begins a table of work on a text of `size` bytes with `count` values.
  init(title: String, size: Int, count: Int, words: [String]) {
    self.title = title
    self.size = size
    self.count = count
    self.words = words
    print("\(title): \(count) values, \(size) bytes")
  }

  /// Does the work many times, and prints the processor time of the fastest.
  func add<Result>(_ label: String, _ work: () throws -> Result) rethrows {
    guard words.isEmpty || words.contains(where: "\(title): \(label)".contains) else { return }
    var best = Double.infinity
    for _ in 0..<50 {
      let start = clock()
      _ = try work()
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    let name = label.padding(toLength: 40, withPad: " ", startingAt: 0)
    let rate = String(
      format: "%10.0f ns/value%8.0f MB/s", best / Double(count) * 1e9,
      Double(size) / max(best, 1e-9) / 1e6)
    print(name + rate)
  }
}
