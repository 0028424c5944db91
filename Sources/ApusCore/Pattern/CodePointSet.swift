/// A set of Unicode code points: what one character of a pattern may match.
struct CodePointSet: Sendable {
  /// The highest code point.
  static let maximum: UInt32 = 0x10FFFF

  /// Code points in the set, ascending; no two ranges touch.
  let ranges: [ClosedRange<UInt32>]

  /// Properties of which each makes a code point a member. They are asked for each code point of a
  /// text, as gathering the members of one means to ask for all 1,114,112.
  let properties: [UnicodeProperty]

  /// Whether the members are those that neither `ranges` nor `properties` name.
  let isInverted: Bool

  /// Which of the code points 0 to 63, and 64 to 127, are members.
  private var ascii: (low: UInt64, high: UInt64) = (0, 0)

  init(
    _ ranges: [ClosedRange<UInt32>], properties: [UnicodeProperty] = [], isInverted: Bool = false
  ) {
    let ordered = Self.ordered(ranges)
    let isComplement = isInverted && properties.isEmpty
    self.ranges = isComplement ? Self.complement(of: ordered) : ordered
    self.properties = properties
    self.isInverted = isInverted && !properties.isEmpty
    if properties.isEmpty {
      for range in self.ranges { add(range) }
    } else {
      for codePoint: UInt32 in 0..<128 where search(codePoint) { add(codePoint...codePoint) }
    }
  }

  /// Notes which of the code points 0 to 127 a range has.
  private mutating func add(_ range: ClosedRange<UInt32>) {
    guard range.lowerBound < 128 else { return }
    for codePoint in range.lowerBound...min(range.upperBound, 127) {
      if codePoint < 64 { ascii.low |= 1 << codePoint } else { ascii.high |= 1 << (codePoint - 64) }
    }
  }

  /// The set of one code point.
  init(_ codePoint: UInt32) {
    self.init([codePoint...codePoint])
  }

  /// The set of every code point that this one lacks.
  var inverted: CodePointSet {
    CodePointSet(ranges, properties: properties, isInverted: !isInverted)
  }

  func contains(_ codePoint: UInt32) -> Bool {
    if codePoint < 64 { return ascii.low >> codePoint & 1 == 1 }
    if codePoint < 128 { return ascii.high >> (codePoint - 64) & 1 == 1 }
    return search(codePoint)
  }

  private func search(_ codePoint: UInt32) -> Bool {
    var lower = 0
    var upper = ranges.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if ranges[middle].upperBound < codePoint { lower = middle + 1 } else { upper = middle }
    }
    if lower < ranges.count, ranges[lower].lowerBound <= codePoint { return !isInverted }
    return properties.contains { $0.holds(for: codePoint) } != isInverted
  }

  private static func ordered(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var ordered: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard let last = ordered.last, range.lowerBound <= last.upperBound &+ 1 else {
        ordered.append(range)
        continue
      }
      ordered[ordered.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
    }
    return ordered
  }

  private static func complement(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var complement: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if next < range.lowerBound { complement.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= maximum { complement.append(next...maximum) }
    return complement
  }
}
