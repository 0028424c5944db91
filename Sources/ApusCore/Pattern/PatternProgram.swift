/// A pattern, or the body of a lookaround, as instructions for a machine that reads a text in one
/// direction.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    /// Reads a character of the set of that index.
    case character(Int)
    /// Reads characters by the counted repetition of that index.
    case counted(Int)
    /// Goes on in both places, the first preferred.
    case split(Int, Int)
    case jump(Int)
    case assert(PatternAssertion)
    case lookaround(Int)
    /// Ends in a match.
    case accept

    // For machines that follow one way at a time:

    /// Keeps the place in a slot.
    case save(Int)
    /// Forgets what slots hold.
    case forget(Range<Int>)
    /// Fails if the place is still the one in the slot: ECMA-262 stops repeating what matched
    /// nothing (section 22.2.2.3.1).
    case progress(Int)
    /// Reads what the group of that number matched.
    case backReference(Int)
  }

  /// One set of characters many times: `[a-z]{3,2000}`.
  struct Count: Sendable {
    var set: Int
    var minimum: Int
    var maximum: Int?
  }

  var instructions: [Instruction] = []
  var counts: [Count] = []
  var isBackward = false
  /// Whether each match begins where the text does.
  var isAnchored = false
}

/// The programs of a pattern.
struct PatternPrograms: Sendable {
  var main: PatternProgram
  /// The programs of the lookarounds, each after those inside it.
  var lookarounds: [PatternProgram]
  /// Which lookarounds hold where their program does not match.
  var negative: [Bool]
  var sets: [CodePointSet]
  /// The number of slots of a machine that follows one way at a time.
  var slotCount: Int
}
