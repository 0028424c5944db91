/// A regular expression of ECMA-262, as the keyword `pattern` of JSON Schema has it: with the `u`
/// flag and no other, found anywhere in a text.
///
/// Texts are compared code point by code point. A match takes time linear in the text's length,
/// whatever the pattern, but for back-references: see ``isLinear``.
public struct Pattern: Sendable {
  /// The pattern as written.
  public let text: String

  /// Whether the time that a match takes is linear in the length of the text. It is not for a
  /// pattern with back-references: a text that takes a million steps is then taken not to match.
  public let isLinear: Bool

  private let engine: Engine

  /// Reads a pattern.
  ///
  /// - Throws: ``PatternError`` if it is not one of ECMA-262, names a property of characters that is
  ///   not supported, or is so large that matches would be slow.
  public init(_ text: String) throws(PatternError) {
    self.text = text
    let syntax = try PatternParser.parse(text)
    isLinear = !syntax.hasBackReferences
    engine = try Engine(syntax)
  }

  /// Whether the pattern is found anywhere in a text in UTF-8.
  public func matches(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var steps = 0
    return matches(utf8, steps: &steps)
  }

  /// Whether the pattern is found anywhere in a text.
  public func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches($0) }
  }

  /// The same, adding the number of steps that it took.
  func matches(_ utf8: UnsafeBufferPointer<UInt8>, steps: inout Int) -> Bool {
    let text = PatternText(bytes: utf8)
    switch engine.machine {
    case .automaton(let automaton):
      return automaton.matches(text, steps: &steps)
    case .simulation(let programs):
      return PatternSimulation.matches(programs, text, steps: &steps)
    case .backtracking(let programs):
      return PatternBacktracking.matches(programs, text, steps: &steps)
    }
  }
}

/// What looks for a pattern.
private final class Engine: Sendable {
  enum Machine: Sendable {
    case automaton(PatternAutomaton)
    case simulation(PatternPrograms)
    case backtracking(PatternPrograms)
  }

  /// A machine, once the pattern was looked for: few patterns that are read from a document ever are.
  private final class Made: Sendable {
    let machine: Machine

    init(_ machine: Machine) {
      self.machine = machine
    }
  }

  private let syntax: PatternSyntax
  private let programs: PatternPrograms
  private let made = Once<Made>()

  init(_ syntax: PatternSyntax) throws(PatternError) {
    self.syntax = syntax
    programs = try PatternCompiler.compile(syntax)
  }

  var machine: Machine { made.object { Made(makeMachine()) }.machine }

  private func makeMachine() -> Machine {
    if let automaton = Self.automaton(for: syntax) { return .automaton(automaton) }
    return syntax.hasBackReferences ? .backtracking(programs) : .simulation(programs)
  }

  private static func automaton(for syntax: PatternSyntax) -> PatternAutomaton? {
    guard !syntax.hasBackReferences, syntax.lookarounds.isEmpty else { return nil }
    return (try? PatternCompiler.compile(syntax, .automaton)).flatMap(PatternAutomaton.init)
  }
}
