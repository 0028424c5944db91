/// A property of code points that `\p{…}` names (ECMA-262, section 22.2.2.10).
struct UnicodeProperty: Sendable {
  typealias Test = @Sendable (Unicode.Scalar.Properties) -> Bool

  let test: Test

  /// Whether code points without the property are meant: `\P{…}`.
  var isNegated = false

  func holds(for codePoint: UInt32) -> Bool {
    // A surrogate is no scalar, and never in a text: its category is Cs.
    guard let scalar = Unicode.Scalar(codePoint) else { return isNegated }
    return test(scalar.properties) != isNegated
  }

  /// The property of a name, as between the braces of `\p{…}`; nil if the standard has none of that
  /// name or the standard library has no data for it. Names are matched exactly, as the standard
  /// asks.
  init?(named text: String) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    let found: Test?
    switch (parts.count, parts.first) {
    case (1, _): found = Self.category(text) ?? Self.binary(text)
    case (2, "General_Category"), (2, "gc"):
      found = parts.last.flatMap { Self.category(String($0)) }
    default: found = nil
    }
    guard let found else { return nil }
    test = found
  }

  private static func category(_ name: String) -> Test? {
    let matching = categories.filter { $0.names.contains(name) }.map(\.category)
    guard !matching.isEmpty else { return nil }
    return { matching.contains($0.generalCategory) }
  }

  private static func binary(_ name: String) -> Test? {
    binaryProperties.first { $0.names.contains(name) }?.test
  }
}

extension UnicodeProperty {
  private typealias Category = (names: Set<String>, category: Unicode.GeneralCategory)

  /// Every general category with its names, and those of the groups that it belongs to (UAX #44,
  /// section 5.7.1).
  private static let categories: [Category] = [
    (letter.union(cased).union(["Lu", "Uppercase_Letter"]), .uppercaseLetter),
    (letter.union(cased).union(["Ll", "Lowercase_Letter"]), .lowercaseLetter),
    (letter.union(cased).union(["Lt", "Titlecase_Letter"]), .titlecaseLetter),
    (letter.union(["Lm", "Modifier_Letter"]), .modifierLetter),
    (letter.union(["Lo", "Other_Letter"]), .otherLetter),
    (mark.union(["Mn", "Nonspacing_Mark"]), .nonspacingMark),
    (mark.union(["Mc", "Spacing_Mark"]), .spacingMark),
    (mark.union(["Me", "Enclosing_Mark"]), .enclosingMark),
    (number.union(["Nd", "Decimal_Number", "digit"]), .decimalNumber),
    (number.union(["Nl", "Letter_Number"]), .letterNumber),
    (number.union(["No", "Other_Number"]), .otherNumber),
    (punctuation.union(["Pc", "Connector_Punctuation"]), .connectorPunctuation),
    (punctuation.union(["Pd", "Dash_Punctuation"]), .dashPunctuation),
    (punctuation.union(["Ps", "Open_Punctuation"]), .openPunctuation),
    (punctuation.union(["Pe", "Close_Punctuation"]), .closePunctuation),
    (punctuation.union(["Pi", "Initial_Punctuation"]), .initialPunctuation),
    (punctuation.union(["Pf", "Final_Punctuation"]), .finalPunctuation),
    (punctuation.union(["Po", "Other_Punctuation"]), .otherPunctuation),
    (symbol.union(["Sm", "Math_Symbol"]), .mathSymbol),
    (symbol.union(["Sc", "Currency_Symbol"]), .currencySymbol),
    (symbol.union(["Sk", "Modifier_Symbol"]), .modifierSymbol),
    (symbol.union(["So", "Other_Symbol"]), .otherSymbol),
    (separator.union(["Zs", "Space_Separator"]), .spaceSeparator),
    (separator.union(["Zl", "Line_Separator"]), .lineSeparator),
    (separator.union(["Zp", "Paragraph_Separator"]), .paragraphSeparator),
    (other.union(["Cc", "Control", "cntrl"]), .control),
    (other.union(["Cf", "Format"]), .format),
    (other.union(["Cs", "Surrogate"]), .surrogate),
    (other.union(["Co", "Private_Use"]), .privateUse),
    (other.union(["Cn", "Unassigned"]), .unassigned),
  ]

  private static let letter: Set<String> = ["L", "Letter"]
  private static let cased: Set<String> = ["LC", "Cased_Letter"]
  private static let mark: Set<String> = ["M", "Mark", "Combining_Mark"]
  private static let number: Set<String> = ["N", "Number"]
  private static let punctuation: Set<String> = ["P", "Punctuation", "punct"]
  private static let symbol: Set<String> = ["S", "Symbol"]
  private static let separator: Set<String> = ["Z", "Separator"]
  private static let other: Set<String> = ["C", "Other"]
}
