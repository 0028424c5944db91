extension PatternAutomaton {
  /// Follows all ways through a program.
  ///
  /// - Returns: nil if it has more to it than characters, the start and the end, or comes to too
  ///   many states.
  init?(_ programs: PatternPrograms) {
    guard programs.main.instructions.allSatisfy(\.isSimple),
      let alphabet = PatternAlphabet(of: programs.sets)
    else { return nil }
    var builder = Builder(program: programs.main, sets: programs.sets, alphabet: alphabet)
    guard builder.build() else { return nil }
    self.init(
      alphabet: alphabet, transitions: builder.transitions, verdicts: builder.verdicts)
  }

  private struct Builder {
    /// The most states, and instructions reached on the way to them: building takes less than a
    /// few milliseconds.
    static let maximumStates = 1_000
    static let maximumWork = 50_000

    /// A state: the instructions that wait for a character or the end, in ascending order.
    struct State: Hashable {
      var waiting: [Int] = []
      var isMatch = false
    }

    let program: PatternProgram
    let sets: [CodePointSet]
    let alphabet: PatternAlphabet
    var transitions: [UInt16] = []
    var verdicts: [Verdict] = []
    private var states: [State] = []
    private var numbers: [State: UInt16] = [:]
    private var work = 0

    init(program: PatternProgram, sets: [CodePointSet], alphabet: PatternAlphabet) {
      self.program = program
      self.sets = sets
      self.alphabet = alphabet
    }

    mutating func build() -> Bool {
      // The start of the text is in no other state.
      states.append(state(reaching: [0], isStart: true))
      var index = 0
      while index < states.count {
        let current = states[index]
        verdicts.append(verdict(of: current, isStart: index == 0))
        for letter in alphabet.examples {
          let next = current.isMatch ? current : state(after: letter, from: current)
          guard let number = number(of: next) else { return false }
          transitions.append(number)
        }
        index += 1
      }
      return true
    }

    /// The number of a state, which is a new one if need be; nil if there are too many.
    private mutating func number(of state: State) -> UInt16? {
      if let known = numbers[state] { return known }
      guard states.count < Self.maximumStates, work < Self.maximumWork,
        let number = UInt16(exactly: states.count)
      else { return nil }
      states.append(state)
      numbers[state] = number
      return number
    }

    private mutating func state(after codePoint: UInt32, from state: State) -> State {
      var reached = program.isAnchored ? [] : [0]
      for address in state.waiting {
        guard case .character(let set) = program.instructions[address] else { continue }
        if sets[set].contains(codePoint) { reached.append(address + 1) }
      }
      return self.state(reaching: reached, isStart: false)
    }

    private mutating func verdict(of state: State, isStart: Bool) -> Verdict {
      if state.isMatch { return .matched }
      if state.waiting.isEmpty && program.isAnchored { return .failed }
      var behindEnd: [Int] = []
      for address in state.waiting {
        if case .assert = program.instructions[address] { behindEnd.append(address + 1) }
      }
      let isMatch = self.state(reaching: behindEnd, isStart: isStart, isEnd: true).isMatch
      return isMatch ? .matchedAtEnd : []
    }

    /// The state in which some instructions, and all that follow without reading, are reached.
    private mutating func state(reaching start: [Int], isStart: Bool, isEnd: Bool = false) -> State
    {
      var state = State()
      var pending = start
      var reached: Set<Int> = []
      while let address = pending.popLast() {
        guard reached.insert(address).inserted else { continue }
        work += 1
        switch program.instructions[address] {
        case .character: state.waiting.append(address)
        case .split(let first, let second): pending += [first, second]
        case .jump(let target): pending.append(target)
        case .accept: state.isMatch = true
        case .assert(.start) where isStart, .assert(.end) where isEnd: pending.append(address + 1)
        case .assert(.end): state.waiting.append(address)
        default: break
        }
      }
      // What a match was found in needs no telling apart.
      if state.isMatch { state.waiting = [] } else { state.waiting.sort() }
      return state
    }
  }
}

extension PatternProgram.Instruction {
  /// Whether it does nothing but read a character, go on elsewhere, or ask for the start or end.
  fileprivate var isSimple: Bool {
    switch self {
    case .character, .split, .jump, .accept, .assert(.start), .assert(.end): true
    case .counted, .lookaround, .assert, .save, .forget, .progress, .backReference: false
    }
  }
}
