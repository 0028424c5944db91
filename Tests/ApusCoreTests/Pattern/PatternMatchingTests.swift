import ApusCore
import Testing

/// A pattern, texts that it is found in and texts that it is not found in.
struct MatchingCase: CustomTestStringConvertible, Sendable {
  var pattern: String
  var found: [String]
  var missing: [String]

  init(_ pattern: String, in found: [String], not missing: [String] = []) {
    self.pattern = pattern
    self.found = found
    self.missing = missing
  }

  var testDescription: String { pattern }

  /// Checks all three machines: nothing looked for, and a reference to an empty group, change
  /// nothing but the machine that a pattern is matched by.
  func check() throws {
    for variant in [pattern, "(?:\(pattern))(?=)", "(?:\(pattern))(?<end>)\\k<end>"] {
      let pattern = try Pattern(variant)
      for text in found { #expect(pattern.matches(text), "\(variant), \(text.debugDescription)") }
      for text in missing {
        #expect(!pattern.matches(text), "\(variant), \(text.debugDescription)")
      }
    }
  }
}

@Suite("A pattern is found where ECMA-262 finds it")
struct PatternMatchingTests {
  @Test("parts in a row and alternatives", arguments: sequences)
  func sequence(_ example: MatchingCase) throws { try example.check() }

  static let sequences: [MatchingCase] = [
    .init("", in: ["", "a", "é"]),
    .init("a", in: ["a", "ba", "ab", "bab"], not: ["", "b", "A"]),
    .init("ab", in: ["ab", "aab", "abb"], not: ["a", "b", "ba", "a b"]),
    .init("a|b", in: ["a", "b", "cb"], not: ["", "c"]),
    .init("a|", in: ["", "a", "b"]),
    .init("^(a|b|)$", in: ["a", "b", ""], not: ["c", "ab"]),
    .init("^ab|cd$", in: ["abx", "xcd"], not: ["xab", "cdx"]),
    .init("^(?:ab|cd)$", in: ["ab", "cd"], not: ["abcd", "abd"]),
    .init("^(?<year>\\d{4})$", in: ["2024"], not: ["204"]),
    .init("^((a)|(b))+$", in: ["abba"], not: ["", "abc"]),
    .init("aab", in: ["aaab", "aaaab"], not: ["aa", "abab"]),
    .init("é", in: ["café"], not: ["cafe", "cafe\u{301}"]),
    .init("e\u{301}", in: ["cafe\u{301}"], not: ["café"]),
    .init("🐲", in: ["a🐲b"], not: ["🐉"]),
    .init("^.$", in: ["a", "é", "€", "🐲"], not: ["", "ab", "\n", "\r", "\u{2028}", "\u{2029}"]),
    .init("^..$", in: ["🐲🐲", "e\u{301}", "\u{85}a"], not: ["🐲"]),
  ]

  @Test("places", arguments: places)
  func place(_ example: MatchingCase) throws { try example.check() }

  static let places: [MatchingCase] = [
    .init("^a$", in: ["a"], not: ["a\n", "\na", "ba", "ab", "b\na\nb"]),
    .init("^", in: ["", "a"]),
    .init("$", in: ["", "a"]),
    .init("^$", in: [""], not: ["a", "\n"]),
    .init("$^", in: [""], not: ["a"]),
    .init("a^b", in: [], not: ["ab", "a\nb"]),
    .init("a$b", in: [], not: ["ab", "a\nb"]),
    .init("(^a|b)c", in: ["ac", "xbc"], not: ["xac"]),
    .init("a(b|$)", in: ["ab", "xa"], not: ["ac"]),
    .init("^^a$$", in: ["a"], not: ["aa"]),
    .init("(^a)+$", in: ["a"], not: ["aa"]),
    .init(
      "\\bcat\\b", in: ["cat", "a cat!", "cat-fish", "écat"], not: ["cats", "tomcat", "_cat"]),
    .init("\\Bcat", in: ["tomcat", "_cat"], not: ["cat", "a cat"]),
    .init("^\\b", in: ["a", "_"], not: ["", " a", "é"]),
    .init("^\\B", in: ["", " a", "é"], not: ["a"]),
    .init("\\b$", in: ["a"], not: ["", "a "]),
  ]

  @Test("repetitions", arguments: repetitions)
  func repetition(_ example: MatchingCase) throws { try example.check() }

  static let repetitions: [MatchingCase] = [
    .init("^a*$", in: ["", "a", "aaaa"], not: ["b", "aab"]),
    .init("^a+$", in: ["a", "aaaa"], not: ["", "b"]),
    .init("^a?$", in: ["", "a"], not: ["aa"]),
    .init("^a*?$", in: ["", "aaa"], not: ["ab"]),
    .init("^a+?b??$", in: ["a", "aab"], not: ["", "abb"]),
    .init("^a{2}$", in: ["aa"], not: ["a", "aaa"]),
    .init("^a{2,}$", in: ["aa", "aaaaa"], not: ["", "a"]),
    .init("^a{2,3}$", in: ["aa", "aaa"], not: ["a", "aaaa"]),
    .init("^a{0}$", in: [""], not: ["a"]),
    .init("^a{0,1}b$", in: ["b", "ab"], not: ["aab"]),
    .init("^(ab){2,3}$", in: ["abab", "ababab"], not: ["ab", "abababab", "aba"]),
    .init("^(a*)*$", in: ["", "aaa"], not: ["b"]),
    .init("^(a*)+$", in: ["", "aaa"], not: ["b"]),
    .init("^(a|b*)*c$", in: ["c", "abbac"], not: ["", "ab"]),
    .init("^(|a)+b$", in: ["b", "aab"], not: ["a"]),
    .init("^(?:){100000}a$", in: ["a"], not: ["", "b"]),
    .init("^(a?){3}b$", in: ["b", "aaab"], not: ["aaaab"]),
    .init("^(?=a)*a$", in: ["a"], not: ["b"]),
    .init("^(?=a)?b$", in: ["b"], not: ["a"]),
  ]

  @Test(
    "a set of characters many times",
    arguments: [(0, 20), (1, 20), (16, 16), (20, 40), (15, 17), (0, 1000), (700, 1000)])
  func counted(_ minimum: Int, _ maximum: Int) throws {
    let whole = try Pattern("^[ab]{\(minimum),\(maximum)}$")
    let open = try Pattern("^x(a){\(minimum),}b?y$")
    let inside = try Pattern("b.{\(minimum),\(maximum)}c")
    for count in [0, 1, 14, 15, 16, 17, 18, 19, 20, 21, 39, 40, 41, 699, 700, 701, 1000, 1001] {
      let text = String(repeating: "a", count: count)
      let isBetween = (minimum...maximum).contains(count)
      #expect(whole.matches(text) == isBetween)
      #expect(open.matches("x\(text)y") == (count >= minimum))
      #expect(open.matches("x\(text)by") == (count >= minimum))
      #expect(inside.matches("ab" + text + "c") == isBetween)
      #expect(inside.matches("b\n" + text + "c") == false)
    }
  }

  @Test("counts that begin at many places")
  func manyCounts() throws {
    let pattern = try Pattern("^(a|x)*x.{20}y$")
    for distance in 0..<30 {
      let text = String(repeating: "ax", count: 10) + "x" + String(repeating: "a", count: distance)
      let before = Array(text)
      let isMatch = before.count >= 21 && before[before.count - 21] == "x"
      #expect(pattern.matches(text + "y") == isMatch, "\(distance)")
    }
  }
}
