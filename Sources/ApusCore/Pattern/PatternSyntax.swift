/// A pattern as it was read.
struct PatternSyntax: Sendable {
  var root: PatternNode
  /// The sets that the nodes refer to by index, so that a repeated one is kept once.
  var sets: [CodePointSet]
  /// The lookarounds that the nodes refer to by index: each after those inside it.
  var lookarounds: [Lookaround]
  /// The number of capturing groups.
  var captureCount: Int
  /// Whether there are back-references, for which it matters what a group matched.
  var hasBackReferences: Bool

  /// A condition on what follows or precedes a place: `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`.
  struct Lookaround: Sendable {
    var body: PatternNode
    var isAhead: Bool
    var isNegative: Bool
  }
}

/// A part of a pattern.
indirect enum PatternNode: Sendable {
  /// One character that is in the set of that index.
  case character(Int)
  /// The parts one after the other.
  case sequence([PatternNode])
  /// Any one of the parts, the first preferred.
  case choice([PatternNode])
  /// A part several times.
  case repetition(PatternNode, Quantifier)
  /// A capturing group, by its number from 1.
  case capture(Int, PatternNode)
  /// A condition on the place.
  case assertion(PatternAssertion)
  /// The lookaround of that index.
  case lookaround(Int)
  /// What the capturing group of that number matched.
  case backReference(Int)

  struct Quantifier: Sendable {
    var minimum: Int
    /// The most times; nil for any number.
    var maximum: Int?
    var isLazy: Bool
    /// The numbers of the capturing groups inside, which are forgotten before each time.
    var captures: Range<Int>
  }
}

/// A condition on a place that looks no further than the characters beside it.
enum PatternAssertion: Sendable {
  case start
  case end
  case wordBoundary
  case noWordBoundary
}
