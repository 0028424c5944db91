import ApusCore

/// What a value of the document is called, and what else where that name is taken.
struct ValueName {
  /// The words of the name.
  let words: Words
  /// The spelling that the settings ask for.
  var given: String?
  /// What the names are made of that it has where this one is taken.
  private let source: Source

  private enum Source {
    case text(String)
    case words([Words])
  }

  /// Names that tell the value from others of the same words, before numbers do.
  ///
  /// They are made at each call, since few names are taken.
  var alternatives: [Words] {
    let text: String
    switch source {
    case .words(let words): return words
    case .text(let own): text = own
    }
    let plain = Self.words(of: text, speaksAll: false)
    let spoken = Self.words(of: text, speaksAll: true)
    let prefix = Self.casePrefix(of: text)
    let candidates = [prefix + plain, spoken, prefix + spoken]
    return candidates.filter { $0 != plain }.map { Words($0).shortened }
  }

  /// The name of a string: of its words, and of its symbols where these do more than part words.
  init(of text: String) {
    let plain = Self.words(of: text, speaksAll: false)
    var words = Words(plain.isEmpty ? ["empty"] : plain).shortened
    words.original = text
    self.words = words
    source = .text(text)
  }

  /// The name of any value: of the text of a string, or of the JSON text.
  init(of value: JSON) {
    self.init(of: value.string ?? value.description)
  }

  /// The name of a property: symbols count only where there is nothing else, or for a sign.
  init(ofProperty name: String) {
    let words = Words(of: name)
    let isOdd = words.words.isEmpty || name.hasPrefix("+") || name.hasPrefix("-")
    self = isOdd ? ValueName(of: name) : ValueName(words: words)
  }

  /// A name that is given, with those that tell it from others.
  init(words: Words, orElse alternatives: [Words] = [], given: String? = nil) {
    self.words = words
    self.given = given
    source = .words(alternatives)
  }

  /// What tells a text in capitals from the same one in small letters.
  private static func casePrefix(of text: String) -> [String] {
    let letters = text.unicodeScalars.filter { $0.properties.isCased }
    guard let first = letters.first, first.properties.isUppercase else { return [] }
    let isUpper = letters.dropFirst().allSatisfy { $0.properties.isUppercase }
    return [isUpper ? "uppercase" : "capitalized"]
  }

  /// - Parameter speaksAll: Whether each symbol is given words.
  private static func words(of text: String, speaksAll: Bool) -> [String] {
    // Underscores only part words, unless there is nothing else.
    if !speaksAll, text.utf8.allSatisfy(\.isWordPart) {
      let words = Words(of: text).words
      if !words.isEmpty { return words }
    }
    let runs = runs(of: text)
    return runs.enumerated().flatMap { index, run -> [String] in
      guard run.isSymbols else { return Words(of: run.text).words }
      let before = index > 0 ? runs[index - 1].scalars.last : nil
      let after = index + 1 < runs.count ? runs[index + 1].scalars.first : nil
      if let word = between(before, run.scalars, after) { return [word] }
      let position = SymbolWords.Position(hasBefore: before != nil, hasAfter: after != nil)
      return speaksAll
        ? SymbolWords.spoken(run.scalars, at: position)
        : SymbolWords.words(for: run.scalars, at: position)
    }
  }

  /// The word for a symbol between two digits, which would run together without.
  private static func between(
    _ before: Unicode.Scalar?, _ symbols: [Unicode.Scalar], _ after: Unicode.Scalar?
  ) -> String? {
    guard let before, let after, before.isDigit, after.isDigit else { return nil }
    switch symbols {
    case ["."]: return "point"
    case [":"]: return "to"
    default: return nil
    }
  }

  /// Letters and digits, or what stands between them.
  private struct Run {
    var isSymbols: Bool
    var scalars: [Unicode.Scalar]
    var text: String { String(String.UnicodeScalarView(scalars)) }
  }

  private static func runs(of text: String) -> [Run] {
    var runs: [Run] = []
    for scalar in text.unicodeScalars {
      let isSymbol =
        !Words.isPart(scalar) || (scalar.isMark && runs.last?.isSymbols ?? true)
      if let last = runs.indices.last, runs[last].isSymbols == isSymbol {
        runs[last].scalars.append(scalar)
      } else {
        runs.append(Run(isSymbols: isSymbol, scalars: [scalar]))
      }
    }
    return runs
  }
}

extension Words {
  /// The first words, as many as a name has room for on a line: some values are whole sentences.
  fileprivate var shortened: Words {
    var room = 48
    let short = words.prefix { word in
      room -= word.count
      return room >= 0
    }
    return Words(short.isEmpty ? words.prefix(1).map { String($0.prefix(48)) } : Array(short))
  }
}

extension SymbolWords.Position {
  fileprivate init(hasBefore: Bool, hasAfter: Bool) {
    switch (hasBefore, hasAfter) {
    case (false, false): self = .alone
    case (false, true): self = .leading
    case (true, true): self = .inner
    case (true, false): self = .trailing
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { properties.numericType == .decimal }

  /// Whether it changes the character before it.
  fileprivate var isMark: Bool {
    if isASCII { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}

extension UInt8 {
  /// Whether it is a letter or digit of ASCII, or an underscore.
  fileprivate var isWordPart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
