/// What a verb can be told: two tables, from which both the parser and the help come.
protocol ArgumentList: Sendable {
  /// The arguments when nothing is given.
  init()
  /// The arguments known by their place, in order.
  static var operands: [Operand<Self>] { get }
  /// The arguments known by their name, in the help's order.
  static var options: [Option<Self>] { get }
}

/// What a verb's arguments ask for.
enum Request<Arguments: ArgumentList> {
  /// To do the verb's work.
  case work(Arguments)
  /// To explain the verb.
  case help
}

extension ArgumentList {
  /// Reads the arguments behind a verb.
  ///
  /// Options are written `--name value` or `--name=value`, before, between or after operands;
  /// what follows `--` is operands only.
  ///
  /// - Parameter known: What holds where the words say nothing else.
  static func parse(
    _ words: [String], over known: Self = Self()
  ) throws(UsageError) -> Request<Self> {
    var arguments = known
    var operands = Self.operands[...]
    var remaining = words[...]
    var optionsHaveEnded = false
    while let word = remaining.popFirst() {
      if optionsHaveEnded || !word.hasPrefix("-") || word == "-" {
        guard let operand = operands.popFirst() else {
          throw UsageError("unexpected argument '\(word)'")
        }
        try operand.set(&arguments, word)
      } else if word == "--" {
        optionsHaveEnded = true
      } else if word == "--help" || word == "-h" {
        return .help
      } else {
        try arguments.setOption(word, taking: &remaining)
      }
    }
    if let missing = operands.first, !missing.isOptional {
      throw UsageError("missing argument \(missing.name)")
    }
    return .work(arguments)
  }

  private mutating func setOption(
    _ word: String, taking remaining: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? word
    let attached = parts.count == 2 ? parts.last.map(String.init) : nil
    guard let option = Self.options.first(where: { "--\($0.name)" == name }) else {
      let known = Self.options.map { "--\($0.name)" } + ["--help"]
      throw UsageError.unknown("option", name, among: known)
    }
    if option.valueName == nil {
      guard attached == nil else { throw UsageError("option '\(name)' takes no value") }
      try option.set(&self, "")
    } else if let value = attached {
      try option.set(&self, value)
    } else if let value = remaining.first, !value.hasPrefix("--") {
      remaining.removeFirst()
      try option.set(&self, value)
    } else {
      throw UsageError("option '\(name)' needs a value")
    }
  }
}
