/// Reads a pattern: the grammar of ECMA-262, section 22.2.1, with the `u` flag, as JSON Schema
/// recommends (Core, section 6.4).
///
/// Beyond it, what documents commonly hold is read as browsers do without the flag (annex B.1.2),
/// where it can mean one thing only: an escape of any character but a letter or digit, a brace or
/// bracket that opens or closes nothing, a class beside a hyphen inside a class, a repeated
/// lookahead.
struct PatternParser {
  /// How deeply groups may stand inside each other.
  static let maximumDepth = 100

  let text: [Unicode.Scalar]
  var position = 0
  var sets: [CodePointSet] = []
  private var lookarounds: [PatternSyntax.Lookaround] = []
  private var depth = 0
  private var captureCount = 0
  private var hasBackReferences = false
  /// What the pattern's groups are, which references may precede.
  private var groups = PatternGroups()

  private init(_ text: String) {
    self.text = Array(text.unicodeScalars)
  }

  static func parse(_ text: String) throws(PatternError) -> PatternSyntax {
    var parser = PatternParser(text)
    parser.groups = try PatternGroups(of: parser.text)
    let root = try parser.disjunction()
    guard parser.peek == nil else {
      throw PatternError(at: parser.position, "this parenthesis closes no group")
    }
    return PatternSyntax(
      root: root, sets: parser.sets, lookarounds: parser.lookarounds,
      captureCount: parser.captureCount, hasBackReferences: parser.hasBackReferences)
  }

  /// The next character; nil at the end.
  var peek: Unicode.Scalar? { peek(ahead: 0) }

  func peek(ahead distance: Int) -> Unicode.Scalar? {
    let index = position + distance
    return index < text.count ? text[index] : nil
  }

  /// Passes some characters if they come next.
  mutating func accept(_ expected: String) -> Bool {
    var distance = 0
    for scalar in expected.unicodeScalars {
      guard peek(ahead: distance) == scalar else { return false }
      distance += 1
    }
    position += distance
    return true
  }

  private mutating func disjunction() throws(PatternError) -> PatternNode {
    guard depth < Self.maximumDepth else {
      throw PatternError(at: position, "groups are nested more than \(Self.maximumDepth) deep")
    }
    depth += 1
    defer { depth -= 1 }
    var branches = [try alternative()]
    while accept("|") { branches.append(try alternative()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func alternative() throws(PatternError) -> PatternNode {
    var terms: [PatternNode] = []
    while let next = peek, next != "|", next != ")" { terms.append(try term()) }
    return terms.count == 1 ? terms[0] : .sequence(terms)
  }

  private mutating func term() throws(PatternError) -> PatternNode {
    let firstCapture = captureCount + 1
    let atom = try atom()
    let quantifierStart = position
    guard var quantifier = try quantifier() else { return atom }
    switch atom {
    case .assertion:
      throw PatternError(at: quantifierStart, "a condition on the place can't be repeated")
    case .lookaround(let index) where !lookarounds[index].isAhead:
      throw PatternError(at: quantifierStart, "a lookbehind can't be repeated")
    default:
      quantifier.captures = firstCapture..<(captureCount + 1)
      return .repetition(atom, quantifier)
    }
  }

  private mutating func atom() throws(PatternError) -> PatternNode {
    let start = position
    guard let next = peek else { return .sequence([]) }
    position += 1
    switch next {
    case "^": return .assertion(.start)
    case "$": return .assertion(.end)
    case "(": return try group()
    case ".": return character(.anyButLineTerminators)
    case "[": return character(try characterClass())
    case "\\": return try escape()
    case "*", "+", "?": throw PatternError(at: start, "there is nothing for '\(next)' to repeat")
    case "{":
      position = start
      if try quantifier() != nil {
        throw PatternError(at: start, "there is nothing for the braces to repeat")
      }
      position = start + 1
      return character(CodePointSet(next.value))
    default: return character(CodePointSet(next.value))
    }
  }

  private mutating func character(_ set: CodePointSet) -> PatternNode {
    sets.append(set)
    return .character(sets.count - 1)
  }
}

// Groups, behind their parenthesis.
extension PatternParser {
  private mutating func group() throws(PatternError) -> PatternNode {
    let start = position - 1
    let kind = try groupKind(openedAt: start)
    if kind == .capture { captureCount += 1 }
    let number = captureCount
    let body = try disjunction()
    guard accept(")") else { throw PatternError(at: start, "the group is not closed") }
    switch kind {
    case .plain: return body
    case .capture: return .capture(number, body)
    case .look(let isAhead, let isNegative):
      lookarounds.append(.init(body: body, isAhead: isAhead, isNegative: isNegative))
      return .lookaround(lookarounds.count - 1)
    }
  }

  private enum GroupKind: Equatable {
    case plain
    case capture
    case look(isAhead: Bool, isNegative: Bool)
  }

  /// Why the kind of group that comes next is refused.
  private var refusalOfGroup: String {
    switch peek {
    case "P": "ECMA-262 knows no such group: one with a name is written '(?<name>…)'"
    case "i", "m", "s", "-": "flags are not supported: spell out in classes what they mean"
    default: "ECMA-262 knows no group of this kind"
    }
  }

  private mutating func groupKind(openedAt start: Int) throws(PatternError) -> GroupKind {
    guard accept("?") else { return .capture }
    if accept(":") { return .plain }
    if accept("=") { return .look(isAhead: true, isNegative: false) }
    if accept("!") { return .look(isAhead: true, isNegative: true) }
    if accept("<=") { return .look(isAhead: false, isNegative: false) }
    if accept("<!") { return .look(isAhead: false, isNegative: true) }
    guard accept("<") else {
      throw PatternError(at: start, refusalOfGroup)
    }
    // The name itself was read and checked with all others.
    while let next = peek, next != ">" { position += 1 }
    position += 1
    return .capture
  }
}

// References, behind their backslash.
extension PatternParser {
  private mutating func escape() throws(PatternError) -> PatternNode {
    let start = position - 1
    guard let letter = peek else { throw PatternError(at: start, "nothing follows the backslash") }
    switch letter {
    case "b", "B":
      position += 1
      return .assertion(letter == "b" ? .wordBoundary : .noWordBoundary)
    case "1"..."9":
      return try numberedReference(from: start)
    case "k":
      position += 1
      return try namedReference(from: start)
    default:
      return character(try classEscape(from: start))
    }
  }

  private mutating func numberedReference(from start: Int) throws(PatternError) -> PatternNode {
    let number = decimal() ?? .max
    guard number <= groups.count else {
      throw PatternError(at: start, "there is no group that the reference could mean")
    }
    hasBackReferences = true
    return .backReference(number)
  }

  private mutating func namedReference(from start: Int) throws(PatternError) -> PatternNode {
    guard accept("<"), let end = text[position...].firstIndex(of: ">") else {
      throw PatternError(at: start, "a group's name in angle brackets must follow '\\k'")
    }
    let name = PatternGroups.name(text[position..<end])
    guard let number = groups.numbers[name] else {
      throw PatternError(at: start, "there is no group of the name '\(name)'")
    }
    position = end + 1
    hasBackReferences = true
    return .backReference(number)
  }
}
