extension Format {
  /// `language`: the tag of a language, `de-CH` (OpenAPI Format Registry; RFC 5646, section 2.1).
  public static let language = Format(
    "language", expectation: "a language tag such as \"en-GB\"",
    test: .string { LanguageTag.isValid($0) })
}

private enum LanguageTag {
  /// Tags of old that keep to no rule (RFC 5646, section 2.1, `irregular`).
  private static let irregular: Set<String> = [
    "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux",
    "i-mingo", "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl",
    "sgn-ch-de",
  ]

  /// Tags of old that look as if their second part extended a language (`regular`).
  private static let regular: Set<String> = [
    "art-lojban", "cel-gaulish", "no-bok", "no-nyn", "zh-guoyu", "zh-hakka", "zh-min",
    "zh-min-nan", "zh-xiang",
  ]

  static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }) else { return false }
    let tag = String(decoding: text, as: UTF8.self).lowercased()
    if irregular.contains(tag) || regular.contains(tag) { return true }
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ (1...8).contains($0.count) }) else { return false }
    var rest = parts[...]
    if isSingleton(rest.first, "x") { return rest.count > 1 }
    guard skipLanguage(&rest) else { return false }
    skip(&rest) { $0.count == 4 && $0.allSatisfy(\.isLetter) }
    skip(&rest) {
      $0.count == 2 && $0.allSatisfy(\.isLetter) || $0.count == 3 && $0.allSatisfy(isDigit)
    }
    return skipVariants(&rest) && skipExtensions(&rest)
  }

  private typealias Part = Substring.UTF8View

  private static func isSingleton(_ part: Part?, _ letter: Unicode.Scalar) -> Bool {
    part.map { $0.count == 1 && $0.first == UInt8(ascii: letter) } ?? false
  }

  @discardableResult
  private static func skip(_ rest: inout ArraySlice<Part>, _ test: (Part) -> Bool) -> Bool {
    guard let part = rest.first, test(part) else { return false }
    rest.removeFirst()
    return true
  }

  /// A language, of two or three letters perhaps with up to three extensions.
  private static func skipLanguage(_ rest: inout ArraySlice<Part>) -> Bool {
    guard let language = rest.first, skip(&rest, { $0.count > 1 && $0.allSatisfy(\.isLetter) })
    else { return false }
    guard language.count <= 3 else { return true }
    for _ in 0..<3 where !skip(&rest, { $0.count == 3 && $0.allSatisfy(\.isLetter) }) { break }
    return true
  }

  private static func skipVariants(_ rest: inout ArraySlice<Part>) -> Bool {
    var seen: Set<String> = []
    while let part = rest.first,
      part.count >= 5 || (part.count == 4 && part.first.map(isDigit) ?? false)
    {
      guard seen.insert(String(Substring(part))).inserted else { return false }
      rest.removeFirst()
    }
    return true
  }

  /// Extensions, each behind a letter or digit of its own, and private ones behind an `x`.
  private static func skipExtensions(_ rest: inout ArraySlice<Part>) -> Bool {
    var seen: Set<String> = []
    while let singleton = rest.first {
      guard singleton.count == 1 else { return false }
      rest.removeFirst()
      if isSingleton(singleton, "x") { return !rest.isEmpty }
      guard seen.insert(String(Substring(singleton))).inserted,
        skip(&rest, { $0.count > 1 })
      else { return false }
      while skip(&rest, { $0.count > 1 }) {}
    }
    return true
  }
}
