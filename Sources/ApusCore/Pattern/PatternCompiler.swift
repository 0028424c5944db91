/// Turns a pattern into programs.
///
/// A repetition becomes as many copies of its part, but that of a single set of characters, of any
/// number of times, becomes one instruction that counts. A pattern of too many
/// instructions is refused: the time that a match takes is bounded by their number, times the
/// length of the text.
struct PatternCompiler {
  struct Limits {
    /// The most instructions of a pattern, with its lookarounds.
    var size: Int
    /// From how many times on a single set of characters is counted.
    var leastCount: Int

    /// For a machine that takes every pattern.
    static let general = Limits(size: 10_000, leastCount: 16)
    /// For a machine that does not count.
    static let automaton = Limits(size: 1_000, leastCount: .max)
  }

  /// Whether the programs are for a machine that follows one way at a time, and so knows what each
  /// group matched.
  private let keepsCaptures: Bool
  private let limits: Limits
  private let syntax: PatternSyntax
  private var program = PatternProgram()
  private var size = 0
  private var slotCount: Int

  private init(_ syntax: PatternSyntax, _ limits: Limits) {
    self.syntax = syntax
    self.limits = limits
    keepsCaptures = syntax.hasBackReferences
    slotCount = 2 * (syntax.captureCount + 1)
  }

  static func compile(
    _ syntax: PatternSyntax, _ limits: Limits = .general
  ) throws(PatternError) -> PatternPrograms {
    var compiler = PatternCompiler(syntax, limits)
    var lookarounds: [PatternProgram] = []
    for lookaround in syntax.lookarounds {
      // What follows a place is found by reading towards it from behind, at all places at once.
      let isBackward = compiler.keepsCaptures ? !lookaround.isAhead : lookaround.isAhead
      lookarounds.append(try compiler.program(for: lookaround.body, isBackward: isBackward))
    }
    var main = try compiler.program(for: syntax.root, isBackward: false)
    main.isAnchored = syntax.root.beginsAtStart
    return PatternPrograms(
      main: main, lookarounds: lookarounds, negative: syntax.lookarounds.map(\.isNegative),
      sets: syntax.sets, slotCount: compiler.slotCount)
  }

  private mutating func program(
    for node: PatternNode, isBackward: Bool
  ) throws(PatternError) -> PatternProgram {
    program = PatternProgram(isBackward: isBackward)
    try emit(node)
    try append(.accept)
    return program
  }

  private var end: Int { program.instructions.count }

  private mutating func append(_ instruction: PatternProgram.Instruction) throws(PatternError) {
    size += 1
    guard size <= limits.size else {
      throw PatternError(
        at: 0, "the pattern is too large: its repetitions come to over \(limits.size) parts")
    }
    program.instructions.append(instruction)
  }

  private mutating func emit(_ node: PatternNode) throws(PatternError) {
    switch node {
    case .character(let set): try append(.character(set))
    case .sequence(let parts):
      for part in program.isBackward ? parts.reversed() : parts { try emit(part) }
    case .choice(let branches): try emit(choice: branches)
    case .repetition(let part, let quantifier): try emit(part, quantifier)
    case .capture(let number, let part): try emit(capture: number, part)
    case .assertion(let assertion): try append(.assert(assertion))
    case .lookaround(let index): try append(.lookaround(index))
    case .backReference(let number): try append(.backReference(number))
    }
  }

  private mutating func emit(choice branches: [PatternNode]) throws(PatternError) {
    var jumps: [Int] = []
    for branch in branches.dropLast() {
      let split = end
      try append(.split(split + 1, 0))
      try emit(branch)
      jumps.append(end)
      try append(.jump(0))
      program.instructions[split] = .split(split + 1, end)
    }
    if let last = branches.last { try emit(last) }
    for jump in jumps { program.instructions[jump] = .jump(end) }
  }

  private mutating func emit(capture number: Int, _ part: PatternNode) throws(PatternError) {
    guard keepsCaptures else { return try emit(part) }
    let (first, second) = program.isBackward ? (1, 0) : (0, 1)
    try append(.save(2 * number + first))
    try emit(part)
    try append(.save(2 * number + second))
  }
}

// Repetitions.
extension PatternCompiler {
  private mutating func emit(
    _ part: PatternNode, _ quantifier: PatternNode.Quantifier
  ) throws(PatternError) {
    let most = quantifier.maximum ?? quantifier.minimum
    if !keepsCaptures, most >= limits.leastCount, case .character(let set) = part.withoutCaptures {
      program.counts.append(
        .init(set: set, minimum: quantifier.minimum, maximum: quantifier.maximum))
      return try append(.counted(program.counts.count - 1))
    }
    for _ in 0..<quantifier.minimum {
      let start = end
      try emitForgetting(quantifier.captures)
      try emit(part)
      // Nothing, however often, is nothing.
      if end == start { return }
    }
    guard let maximum = quantifier.maximum else { return try emitLoop(part, quantifier) }
    var splits: [Int] = []
    for _ in quantifier.minimum..<maximum {
      splits.append(end)
      try append(.jump(0))
      let start = end
      try emitGuarded(part, quantifier)
      if end == start { break }
    }
    for split in splits { program.instructions[split] = choice(split + 1, end, quantifier) }
  }

  private mutating func emitLoop(
    _ part: PatternNode, _ quantifier: PatternNode.Quantifier
  ) throws(PatternError) {
    let split = end
    try append(.jump(0))
    try emitGuarded(part, quantifier)
    try append(.jump(split))
    program.instructions[split] = choice(split + 1, end, quantifier)
  }

  private func choice(
    _ again: Int, _ on: Int, _ quantifier: PatternNode.Quantifier
  ) -> PatternProgram.Instruction {
    quantifier.isLazy ? .split(on, again) : .split(again, on)
  }

  /// One time more than need be, which must not match nothing.
  private mutating func emitGuarded(
    _ part: PatternNode, _ quantifier: PatternNode.Quantifier
  ) throws(PatternError) {
    guard keepsCaptures else { return try emit(part) }
    let slot = slotCount
    slotCount += 1
    try append(.save(slot))
    try emitForgetting(quantifier.captures)
    try emit(part)
    try append(.progress(slot))
  }

  private mutating func emitForgetting(_ captures: Range<Int>) throws(PatternError) {
    guard keepsCaptures, !captures.isEmpty else { return }
    try append(.forget(2 * captures.lowerBound..<2 * captures.upperBound))
  }
}

extension PatternNode {
  /// Whether it can match only at the start of the text.
  fileprivate var beginsAtStart: Bool {
    switch self {
    case .assertion(.start): true
    case .sequence(let parts): parts.first?.beginsAtStart ?? false
    case .choice(let branches): branches.allSatisfy(\.beginsAtStart)
    case .capture(_, let part): part.beginsAtStart
    case .repetition(let part, let quantifier): quantifier.minimum > 0 && part.beginsAtStart
    case .character, .assertion, .lookaround, .backReference: false
    }
  }

  /// The same part, if it is nothing but a group around another.
  fileprivate var withoutCaptures: PatternNode {
    if case .capture(_, let part) = self { return part.withoutCaptures }
    return self
  }
}
