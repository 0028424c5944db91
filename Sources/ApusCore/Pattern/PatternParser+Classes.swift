extension PatternParser {
  /// The members of a class in brackets, of which the first is passed.
  mutating func characterClass() throws(PatternError) -> CodePointSet {
    let start = position - 1
    let isInverted = accept("^")
    var ranges: [ClosedRange<UInt32>] = []
    var properties: [UnicodeProperty] = []
    while !accept("]") {
      guard peek != nil else { throw PatternError(at: start, "the class is not closed") }
      let member = try classMember()
      ranges += member.ranges
      properties += member.properties
    }
    return CodePointSet(ranges, properties: properties, isInverted: isInverted)
  }

  /// A character, range or class inside brackets.
  private mutating func classMember() throws(PatternError) -> CodePointSet {
    let start = position
    let lower = try classAtom()
    guard peek == "-", let next = peek(ahead: 1), next != "]" else { return lower.set }
    position += 1
    let upper = try classAtom()
    guard let first = lower.codePoint, let last = upper.codePoint else {
      // A class bounds no range: all three stand for themselves (annex B.1.2.6).
      return CodePointSet(
        lower.set.ranges + upper.set.ranges + [0x2D...0x2D],
        properties: lower.set.properties + upper.set.properties)
    }
    guard first <= last else {
      throw PatternError(at: start, "the range's first character is above its last")
    }
    return CodePointSet([first...last])
  }

  private typealias ClassAtom = (set: CodePointSet, codePoint: UInt32?)

  private mutating func classAtom() throws(PatternError) -> ClassAtom {
    let start = position
    guard let next = peek else { throw PatternError(at: start, "the class is not closed") }
    position += 1
    guard next == "\\" else { return (CodePointSet(next.value), next.value) }
    if accept("b") { return (CodePointSet(0x08), 0x08) }
    if peek == "-" {
      position += 1
      return (CodePointSet(0x2D), 0x2D)
    }
    let set = try classEscape(from: start)
    guard set.properties.isEmpty, set.ranges.count == 1, let range = set.ranges.first,
      range.count == 1
    else { return (set, nil) }
    return (set, range.lowerBound)
  }
}
