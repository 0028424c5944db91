/// The characters of a program, put together where it treats them alike: the letters of its
/// automaton.
struct PatternAlphabet: Sendable {
  /// A code point of each letter.
  private(set) var examples: [UInt32] = []

  /// The letter of each ASCII character.
  private var ascii: [UInt8] = []

  /// Where ranges of code points with the same letter begin, ascending, and their letters.
  private var starts: [UInt32] = []
  private var letters: [UInt8] = []

  /// The most comparisons that finding the letters may take.
  private static let maximumWork = 20_000

  /// - Returns: nil if the sets are not made of ranges alone, or too many.
  init?(of sets: [CodePointSet]) {
    guard sets.allSatisfy({ $0.properties.isEmpty }) else { return nil }
    let distinct = Array(Set(sets.map(\.ranges)))
    var boundaries: Set<UInt32> = [0]
    for range in distinct.joined() {
      boundaries.insert(range.lowerBound)
      if range.upperBound < CodePointSet.maximum { boundaries.insert(range.upperBound + 1) }
    }
    guard boundaries.count * distinct.count <= Self.maximumWork else { return nil }
    let members = distinct.map { CodePointSet($0) }
    var known: [[Bool]: UInt8] = [:]
    for start in boundaries.sorted() {
      let signature = members.map { $0.contains(start) }
      guard let new = UInt8(exactly: examples.count) else { return nil }
      let letter = known[signature] ?? new
      if letter == new {
        known[signature] = letter
        examples.append(start)
      }
      starts.append(start)
      letters.append(letter)
    }
    ascii = (0..<128).map { search($0) }
  }

  /// The number of letters.
  var count: Int { examples.count }

  /// The letter of a code point.
  @inline(__always)
  func letter(of codePoint: UInt32) -> Int {
    Int(codePoint < 128 ? ascii[Int(codePoint)] : search(codePoint))
  }

  private func search(_ codePoint: UInt32) -> UInt8 {
    var lower = 0
    var upper = starts.count
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if starts[middle] <= codePoint { lower = middle } else { upper = middle }
    }
    return letters[lower]
  }
}
