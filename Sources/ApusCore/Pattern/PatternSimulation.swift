/// A machine that follows every way through a program at once, one character of the text after the
/// other (Thompson, 1968). What it does for a character is bounded by the program's size.
struct PatternSimulation {
  private let program: PatternProgram
  private let sets: [CodePointSet]
  private let text: PatternText
  /// Where each lookaround holds.
  private let facts: [PositionSet]

  /// The instructions that wait to read the next character.
  private var waiting: [Int] = []
  private var previous: [Int] = []
  private var pending: [Int] = []
  /// When each instruction was last reached, in characters read.
  private var reached: [Int]
  private var counters: [PatternCounter]
  private var time = 0
  private var position: Int
  private var isAccepting = false

  /// How many instructions were reached.
  private(set) var steps = 0

  private init(
    _ program: PatternProgram, sets: [CodePointSet], text: PatternText, facts: [PositionSet]
  ) {
    self.program = program
    self.sets = sets
    self.text = text
    self.facts = facts
    reached = Array(repeating: -1, count: program.instructions.count)
    counters = program.counts.map { PatternCounter(minimum: $0.minimum, maximum: $0.maximum) }
    position = program.isBackward ? text.bytes.count : 0
  }

  /// Whether a pattern matches anywhere in a text.
  static func matches(
    _ programs: PatternPrograms, _ text: PatternText, steps: inout Int
  ) -> Bool {
    var facts: [PositionSet] = []
    for (program, isNegative) in zip(programs.lookarounds, programs.negative) {
      var machine = PatternSimulation(program, sets: programs.sets, text: text, facts: facts)
      var found = PositionSet(upTo: text.bytes.count, isInverted: isNegative)
      machine.run { offset in
        found.insert(offset)
        return true
      }
      steps += machine.steps
      facts.append(found)
    }
    var machine = PatternSimulation(programs.main, sets: programs.sets, text: text, facts: facts)
    var isMatch = false
    machine.run { _ in
      isMatch = true
      return false
    }
    steps += machine.steps
    return isMatch
  }

  /// Runs through the text, beginning anew at each place, and tells of each at which a match ends
  /// until `visit` returns false.
  private mutating func run(_ visit: (Int) -> Bool) {
    while true {
      if time == 0 || !program.isAnchored { reach(0) }
      if isAccepting {
        guard visit(position) else { return }
        isAccepting = false
      }
      if program.isAnchored && waiting.isEmpty { return }
      let next =
        program.isBackward ? text.character(before: position) : text.character(at: position)
      guard let next else { return }
      position += program.isBackward ? -next.length : next.length
      time += 1
      read(next.codePoint)
    }
  }

  private mutating func read(_ codePoint: UInt32) {
    swap(&waiting, &previous)
    waiting.removeAll(keepingCapacity: true)
    for address in previous {
      steps += 1
      switch program.instructions[address] {
      case .character(let set):
        if sets[set].contains(codePoint) { reach(address + 1) }
      case .counted(let index):
        count(codePoint, by: index, at: address)
      case .split, .jump, .assert, .lookaround, .accept, .save, .forget, .progress, .backReference:
        break
      }
    }
  }

  private mutating func count(_ codePoint: UInt32, by index: Int, at address: Int) {
    guard sets[program.counts[index].set].contains(codePoint) else {
      return counters[index].removeAll()
    }
    if counters[index].advance(to: time) { waiting.append(address) }
    if counters[index].hasEnough(at: time) { reach(address + 1) }
  }

  /// Follows the program from an instruction to all those that read a character.
  private mutating func reach(_ start: Int) {
    pending.append(start)
    while let address = pending.popLast() {
      if reached[address] == time { continue }
      reached[address] = time
      steps += 1
      switch program.instructions[address] {
      case .character: waiting.append(address)
      case .counted(let index):
        if counters[index].begin(at: time) { waiting.append(address) }
        if program.counts[index].minimum == 0 { pending.append(address + 1) }
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .jump(let target): pending.append(target)
      case .assert(let assertion):
        if text.holds(assertion, at: position) { pending.append(address + 1) }
      case .lookaround(let index):
        if facts[index].contains(position) { pending.append(address + 1) }
      case .accept: isAccepting = true
      case .save, .forget, .progress, .backReference: pending.append(address + 1)
      }
    }
  }
}

/// A set of places in a text.
struct PositionSet {
  private var words: [UInt64]
  private let isInverted: Bool

  /// A set of places up to `limit`, to which those belong that are not inserted, if it is inverted.
  init(upTo limit: Int, isInverted: Bool) {
    words = Array(repeating: 0, count: limit / 64 + 1)
    self.isInverted = isInverted
  }

  mutating func insert(_ position: Int) {
    words[position / 64] |= 1 << UInt64(position % 64)
  }

  func contains(_ position: Int) -> Bool {
    (words[position / 64] >> UInt64(position % 64) & 1 == 1) != isInverted
  }
}
