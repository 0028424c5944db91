import Testing

@testable import apus

@Suite("Differences between lines")
struct LineDifferenceTests {
  /// Random numbers that are the same on every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      // SplitMix64 (Steele, Lea, Flood 2014).
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  /// Whether the changes turn one text into the other and leave only equal lines between.
  private func areRight(
    _ changes: [LineDifference.Change], _ old: [Int], _ new: [Int]
  ) -> Bool {
    var result: [Int] = []
    var place = 0
    for change in changes {
      guard change.old.lowerBound >= place, !(change.old.isEmpty && change.new.isEmpty) else {
        return false
      }
      result += old[place..<change.old.lowerBound]
      guard result.count == change.new.lowerBound else { return false }
      result += new[change.new]
      place = change.old.upperBound
    }
    return result + old[place...] == new
  }

  /// How many lines the longest common subsequence has, by the textbook's table.
  private func commonCount(_ old: [Int], _ new: [Int]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for line in old {
      var diagonal = 0
      for (column, other) in new.enumerated() {
        let above = row[column + 1]
        row[column + 1] = line == other ? diagonal + 1 : max(above, row[column])
        diagonal = above
      }
    }
    return row.last ?? 0
  }

  @Test("Few differences are found in the shortest way", arguments: 0..<40)
  func shortest(_ seed: Int) {
    var generator = Generator(state: UInt64(seed))
    for _ in 0..<50 {
      let kinds = Int.random(in: 1...6, using: &generator)
      let old = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
        Int.random(in: 0..<kinds, using: &generator)
      }
      let new = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
        Int.random(in: 0...kinds, using: &generator)
      }
      let changes = LineDifference.changes(from: old, to: new)
      #expect(areRight(changes, old, new), "\(old) \(new)")
      let kept = old.count - changes.reduce(0) { $0 + $1.old.count }
      #expect(kept == commonCount(old, new), "\(old) \(new)")
    }
  }

  @Test("However little effort is allowed, the changes are right", arguments: [1, 2, 3, 7])
  func bounded(_ effort: Int) {
    var generator = Generator(state: UInt64(effort))
    for _ in 0..<300 {
      let old = (0..<60).map { _ in Int.random(in: 0..<5, using: &generator) }
      let new = (0..<60).map { _ in Int.random(in: 0..<5, using: &generator) }
      let changes = LineDifference.changes(from: old, to: new, effort: effort)
      #expect(areRight(changes, old, new), "\(old) \(new)")
    }
  }

  @Test("Long texts that differ everywhere take no quadratic time")
  func long() {
    var generator = Generator(state: 1)
    // Quadratic work would be 400 million steps of a debug build: minutes, not a second.
    let old = (0..<20_000).map { _ in Int.random(in: 0..<2_000, using: &generator) }
    let new = (0..<20_000).map { _ in Int.random(in: 0..<2_000, using: &generator) }
    let changes = LineDifference.changes(from: old, to: new, effort: 16)
    #expect(areRight(changes, old, new))
    let apart = LineDifference.changes(from: Array(0..<200_000), to: Array(200_000..<400_000))
    #expect(apart == [LineDifference.Change(old: 0..<200_000, new: 0..<200_000)])
  }
}
