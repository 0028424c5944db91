/// A machine that follows one way through a program at a time and turns back where it fails, for
/// patterns with back-references: no machine is known that finds those in linear time.
struct PatternBacktracking {
  /// The most instructions for a text, after which it is taken not to match.
  static let maximumSteps = 1_000_000

  private let programs: PatternPrograms
  private let text: PatternText
  /// The start and end of what each group matched, and the places that repetitions began at; -1
  /// for none.
  private var slots: [Int]
  /// What slots held before, to turn back to.
  private var changes: [(slot: Int, value: Int)] = []
  private(set) var steps = 0

  private struct Turn {
    var address: Int
    var position: Int
    var changeCount: Int
  }

  private init(_ programs: PatternPrograms, _ text: PatternText) {
    self.programs = programs
    self.text = text
    slots = Array(repeating: -1, count: programs.slotCount)
  }

  /// Whether a pattern matches anywhere in a text; no, if that takes too many steps to know.
  static func matches(
    _ programs: PatternPrograms, _ text: PatternText, steps: inout Int
  ) -> Bool {
    var machine = PatternBacktracking(programs, text)
    defer { steps += machine.steps }
    var start = 0
    while true {
      if machine.run(programs.main, from: start) { return true }
      machine.undo(to: 0)
      guard !programs.main.isAnchored, machine.steps < maximumSteps,
        let next = text.character(at: start)
      else { return false }
      start += next.length
    }
  }

  /// Whether a program matches from a place on; the slots then hold how.
  private mutating func run(_ program: PatternProgram, from start: Int) -> Bool {
    var turns: [Turn] = []
    var address = 0
    var position = start
    while steps < Self.maximumSteps {
      steps += 1
      let instruction = program.instructions[address]
      address += 1
      var isPassed = true
      switch instruction {
      case .accept: return true
      case .jump(let target): address = target
      case .split(let first, let second):
        turns.append(Turn(address: second, position: position, changeCount: changes.count))
        address = first
      case .character, .backReference:
        let end = read(instruction, from: position, isBackward: program.isBackward)
        isPassed = end != nil
        position = end ?? position
      default: isPassed = pass(instruction, at: position)
      }
      if isPassed { continue }
      guard let turn = turns.popLast() else { return false }
      undo(to: turn.changeCount)
      (address, position) = (turn.address, turn.position)
    }
    return false
  }

  /// Does what an instruction says at a place; false if its condition does not hold there.
  private mutating func pass(
    _ instruction: PatternProgram.Instruction, at position: Int
  ) -> Bool {
    switch instruction {
    case .assert(let assertion): return text.holds(assertion, at: position)
    case .lookaround(let index): return look(index, from: position)
    case .progress(let slot): return slots[slot] != position
    case .save(let slot): set(slot, to: position)
    case .forget(let range):
      steps += range.count
      for slot in range { set(slot, to: -1) }
    case .character, .counted, .split, .jump, .accept, .backReference: break
    }
    return true
  }

  private mutating func look(_ index: Int, from position: Int) -> Bool {
    let changeCount = changes.count
    let isFound = run(programs.lookarounds[index], from: position)
    // What groups matched inside a negative lookaround is not known outside.
    if programs.negative[index] || !isFound { undo(to: changeCount) }
    return isFound != programs.negative[index] && steps < Self.maximumSteps
  }

  /// The place behind what an instruction reads, in its direction; nil if that is not there.
  private func read(
    _ instruction: PatternProgram.Instruction, from position: Int, isBackward: Bool
  ) -> Int? {
    switch instruction {
    case .character(let set):
      let next = isBackward ? text.character(before: position) : text.character(at: position)
      guard let next, programs.sets[set].contains(next.codePoint) else { return nil }
      return isBackward ? position - next.length : position + next.length
    case .backReference(let number):
      let (start, end) = (slots[2 * number], slots[2 * number + 1])
      // A group that matched nothing as yet is matched by nothing (section 22.2.2.7.2).
      guard start >= 0, end >= start else { return position }
      let from = isBackward ? position - (end - start) : position
      guard from >= 0, text.bytes.count - from >= end - start else { return nil }
      for index in 0..<(end - start) where text.bytes[start + index] != text.bytes[from + index] {
        return nil
      }
      return isBackward ? from : from + (end - start)
    default: return position
    }
  }

  private mutating func set(_ slot: Int, to value: Int) {
    guard slots[slot] != value else { return }
    changes.append((slot, slots[slot]))
    slots[slot] = value
  }

  private mutating func undo(to count: Int) {
    while changes.count > count, let change = changes.popLast() {
      slots[change.slot] = change.value
    }
  }
}
