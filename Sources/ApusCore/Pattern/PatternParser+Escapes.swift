extension PatternParser {
  /// The characters that an escape means, whose backslash is passed.
  mutating func classEscape(from start: Int) throws(PatternError) -> CodePointSet {
    guard let letter = peek else { throw PatternError(at: start, "nothing follows the backslash") }
    position += 1
    if let named = CodePointSet.named(letter) { return named }
    switch letter {
    case "p", "P": return try propertyEscape(from: start, isNegated: letter == "P")
    case "t": return CodePointSet(0x09)
    case "n": return CodePointSet(0x0A)
    case "v": return CodePointSet(0x0B)
    case "f": return CodePointSet(0x0C)
    case "r": return CodePointSet(0x0D)
    case "0": return try nullEscape(from: start)
    case "c": return try controlEscape(from: start)
    case "x": return CodePointSet(try digits(2, after: "\\x", from: start))
    case "u": return CodePointSet(try unicodeEscape(from: start))
    case "a"..."z", "A"..."Z", "1"..."9":
      throw PatternError(at: start, "ECMA-262 knows no escape '\\\(letter)'\(advice(on: letter))")
    default: return CodePointSet(letter.value)
    }
  }

  /// What to write in place of an escape of other languages.
  private func advice(on letter: Unicode.Scalar) -> String {
    switch letter {
    case "A": ": the start of the text is '^'"
    case "Z", "z": ": the end of the text is '$'"
    case "h": ": a space or tab is '[ \\t]'"
    case "e": ": the escape character is '\\x1B'"
    case "a": ": the bell is '\\x07'"
    default: ""
    }
  }

  private func nullEscape(from start: Int) throws(PatternError) -> CodePointSet {
    if let next = peek, ("0"..."9").contains(next) {
      throw PatternError(at: start, "ECMA-262 knows no octal escapes: write '\\x' and two digits")
    }
    return CodePointSet(0)
  }

  private mutating func controlEscape(from start: Int) throws(PatternError) -> CodePointSet {
    guard let letter = peek, letter.isASCII, letter.properties.isAlphabetic else {
      throw PatternError(at: start, "a letter from A to Z must follow '\\c'")
    }
    position += 1
    return CodePointSet(letter.value % 32)
  }

  /// The number of exactly so many hexadecimal digits, which come next.
  private mutating func digits(
    _ count: Int, after name: String, from start: Int
  ) throws(PatternError) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<count {
      guard let digit = peek?.hexadecimalValue else {
        throw PatternError(at: start, "\(count) hexadecimal digits must follow '\(name)'")
      }
      number = number << 4 | digit
      position += 1
    }
    return number
  }

  /// `\uHHHH`, two of them for a pair of surrogates, or `\u{H…}`.
  private mutating func unicodeEscape(from start: Int) throws(PatternError) -> UInt32 {
    if accept("{") { return try bracedCodePoint(from: start) }
    let first = try digits(4, after: "\\u", from: start)
    guard (0xD800...0xDBFF).contains(first) else { return first }
    let behind = position
    guard accept("\\u"), peek != "{" else {
      position = behind
      return first
    }
    let second = try digits(4, after: "\\u", from: behind)
    guard (0xDC00...0xDFFF).contains(second) else {
      position = behind
      return first
    }
    return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
  }

  private mutating func bracedCodePoint(from start: Int) throws(PatternError) -> UInt32 {
    var number: UInt32?
    while let digit = peek?.hexadecimalValue {
      number = min((number ?? 0) << 4 | digit, CodePointSet.maximum + 1)
      position += 1
    }
    guard let number, number <= CodePointSet.maximum, accept("}") else {
      throw PatternError(at: start, "a code point up to 10FFFF and a brace must follow '\\u{'")
    }
    return number
  }

  private mutating func propertyEscape(
    from start: Int, isNegated: Bool
  ) throws(PatternError) -> CodePointSet {
    guard accept("{"), let end = text[position...].firstIndex(of: "}") else {
      throw PatternError(at: start, "a property's name in braces must follow '\\p'")
    }
    let name = PatternGroups.name(text[position..<end])
    position = end + 1
    if let ranges = UnicodeProperty.ranges(of: name) {
      return CodePointSet(ranges, isInverted: isNegated)
    }
    guard var property = UnicodeProperty(named: name) else {
      throw PatternError(at: start, UnicodeProperty.refusal(of: name))
    }
    property.isNegated = isNegated
    return CodePointSet([], properties: [property])
  }
}

extension UnicodeProperty {
  /// The members of the few properties that are ranges by definition; nil for any other.
  fileprivate static func ranges(of name: String) -> [ClosedRange<UInt32>]? {
    switch name {
    case "Any": [0...CodePointSet.maximum]
    case "ASCII": [0...0x7F]
    case "Regional_Indicator", "RI": [0x1F1E6...0x1F1FF]
    default: nil
    }
  }

  /// Why there is no property of a name.
  fileprivate static func refusal(of name: String) -> String {
    let scripts = ["Script=", "sc=", "Script_Extensions=", "scx="]
    return scripts.contains { name.hasPrefix($0) }
      ? "the property '\(name)' is not supported: name the script's characters as ranges"
      : "the property '\(name)' is unknown or not supported"
  }
}

extension Unicode.Scalar {
  /// What the character is worth as a hexadecimal digit; nil if it is none.
  fileprivate var hexadecimalValue: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}
