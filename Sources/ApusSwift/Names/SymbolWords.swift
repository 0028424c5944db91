/// The words for characters that are neither letters nor digits, where nothing else makes a name.
enum SymbolWords {
  /// How the characters between two words, or around one, are read.
  enum Position {
    case leading, inner, trailing
    /// There is no letter or digit beside them.
    case alone
  }

  /// The words for some symbols; none where they only part words.
  static func words(for symbols: [Unicode.Scalar], at position: Position) -> [String] {
    let silent = silent(at: position)
    let isSilent = symbols.allSatisfy { silent.contains($0) || $0.isInvisible }
    return isSilent && position != .alone ? [] : spoken(symbols, at: position)
  }

  /// The words for some symbols, each of them.
  static func spoken(_ symbols: [Unicode.Scalar], at position: Position) -> [String] {
    var words: [String] = []
    var rest = symbols[...]
    while let first = rest.first {
      if let pair = pairs[String(String.UnicodeScalarView(rest.prefix(2)))] {
        words += pair
        rest = rest.dropFirst(2)
        continue
      }
      if first == "!", position == .leading {
        words.append("not")
      } else if !first.isInvisible || position == .alone {
        words += single[first] ?? named(first)
      }
      rest = rest.dropFirst()
    }
    return words
  }

  /// The words of a character's name in Unicode: `thumbs up sign`.
  private static func named(_ scalar: Unicode.Scalar) -> [String] {
    if scalar.properties.isVariationSelector { return [] }
    let name = scalar.properties.name ?? scalar.properties.nameAlias
    return Words(of: name?.lowercased() ?? "u" + String(scalar.value, radix: 16)).words
  }

  /// The characters that only part words, or stand around them, where they do.
  private static func silent(at position: Position) -> Set<Unicode.Scalar> {
    switch position {
    case .alone: []
    case .leading: leading
    case .inner: inner
    case .trailing: separators
    }
  }

  private static let leading = separators.union(["$", "@", "#"])

  private static let inner = separators.union(
    ["-", "+", "=", "$", "@", "#", "*", "~", "^", "|", "?"])

  private static let separators: Set<Unicode.Scalar> = [
    " ", "\t", "\n", "\r", "_", ".", ",", ":", ";", "/", "\\", "\"", "'", "`", "(", ")", "[", "]",
    "{", "}",
  ]

  private static let pairs: [String: [String]] = [
    ">=": ["greater", "than", "or", "equal"], "<=": ["less", "than", "or", "equal"],
    "==": ["equal"], "!=": ["not", "equal"], "<>": ["not", "equal"], "=~": ["matches"],
    "!~": ["not", "matches"], "&&": ["and"], "||": ["or"],
  ]

  private static let single: [Unicode.Scalar: [String]] = [
    "+": ["plus"], "-": ["minus"], "*": ["asterisk"], "/": ["slash"], "%": ["percent"],
    "=": ["equal"], "<": ["less", "than"], ">": ["greater", "than"], "&": ["and"], "|": ["bar"],
    "#": ["hash"], "@": ["at"], "$": ["dollar"], "^": ["caret"], "~": ["tilde"],
    "!": ["exclamation", "mark"],
    ".": ["dot"], ",": ["comma"], ":": ["colon"], ";": ["semicolon"], "?": ["question", "mark"],
    "_": ["underscore"], " ": ["space"], "\n": ["newline"], "\t": ["tab"], "\\": ["backslash"],
    "\"": ["quote"], "'": ["apostrophe"], "`": ["backtick"],
  ]
}
