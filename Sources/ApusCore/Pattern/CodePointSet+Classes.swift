// The classes of characters that ECMA-262 names, none of which depends on the text's language.
extension CodePointSet {
  /// `\d`: the ASCII digits (ECMA-262, section 22.2.2.10, "CharacterClassEscape").
  static let digits = CodePointSet([0x30...0x39])

  /// `\w`: the ASCII letters and digits, and `_` (section 22.2.2.9.3, "WordCharacters").
  static let wordCharacters = CodePointSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])

  /// `\s`: white space and line terminators (sections 12.2 and 12.3), which are the space
  /// separators of Unicode and some controls.
  static let whitespace = CodePointSet([
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])

  /// `.`: everything but line terminators (section 12.3).
  static let anyButLineTerminators = CodePointSet(
    [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029], isInverted: true)

  /// The class that an escape such as `\d` or `\S` names; nil if the letter names none.
  static func named(_ letter: Unicode.Scalar) -> CodePointSet? {
    switch letter {
    case "d": digits
    case "D": digits.inverted
    case "w": wordCharacters
    case "W": wordCharacters.inverted
    case "s": whitespace
    case "S": whitespace.inverted
    default: nil
    }
  }
}
