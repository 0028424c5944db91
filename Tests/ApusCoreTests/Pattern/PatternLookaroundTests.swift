import ApusCore
import Testing

@Suite("Lookarounds and back-references of a pattern")
struct PatternLookaroundTests {
  @Test("lookarounds", arguments: lookarounds)
  func lookaround(_ example: MatchingCase) throws {
    try example.check()
    #expect(try Pattern(example.pattern).isLinear)
  }

  static let lookarounds: [MatchingCase] = [
    .init("a(?=b)", in: ["ab", "aab"], not: ["a", "ac", "ba"]),
    .init("a(?!b)", in: ["a", "ac", "aba"], not: ["ab", "b"]),
    .init("(?<=a)b", in: ["ab", "cab"], not: ["b", "cb", "ba"]),
    .init("(?<!a)b", in: ["b", "cb", "abb"], not: ["ab", "a"]),
    .init("^(?=.*\\d)(?=.*[a-z]).{4,8}$", in: ["abc1", "1bcd5678"], not: ["abcd", "1234", "a1"]),
    .init("^(?!.*\\.\\.)[a-z.]+$", in: ["a.b", "a"], not: ["a..b", ""]),
    .init("^(?!foo$|bar$).*$", in: ["food", "", "ba"], not: ["foo", "bar"]),
    .init("^(?!foo)(?!bar)", in: ["baz", ""], not: ["foox", "bar"]),
    .init("^.*(?<!-)$", in: ["a", "", "-a"], not: ["a-", "-"]),
    .init("(?<=^a{2})b", in: ["aab"], not: ["ab", "aaab"]),
    .init("(?<=é.)b", in: ["éxb", "é🐲b"], not: ["éb", "xéb"]),
    .init("(?=a(?!b))a", in: ["ac", "abac"], not: ["ab"]),
    .init("(?<!(?<=a)b)c", in: ["c", "bc", "xbc"], not: ["abc"]),
    .init("(?<=a(?=bc)b)c", in: ["abc"], not: ["ac", "bc"]),
    .init("((?=a)\\w){2}b", in: ["aab"], not: ["xab", "ab"]),
    .init("(?=$)", in: ["", "a"]),
    .init("(?=^)a", in: ["a", "ab"], not: ["ba"]),
    .init("(?<=\\bcat)s", in: ["cats"], not: ["tomcats"]),
    .init("(?=)a", in: ["a"], not: ["b"]),
    .init("(?!)", in: [], not: ["", "a"]),
    .init("(?=.{20}$)a", in: [String(repeating: "ab", count: 10)], not: ["a"]),
    .init("(?<=^x.{16,17})a", in: ["x0123456789abcdefa"], not: ["x0123456789abcdea"]),
  ]

  @Test("back-references", arguments: references)
  func reference(_ example: MatchingCase) throws {
    try example.check()
    #expect(try !Pattern(example.pattern).isLinear)
  }

  static let references: [MatchingCase] = [
    .init("^(a|b)\\1$", in: ["aa", "bb"], not: ["ab", "a"]),
    .init("^(['\"]).*\\1$", in: ["'a'", "\"a\"", "''"], not: ["'a\"", "'"]),
    .init("^(?<q>['\"]).*\\k<q>$", in: ["'a'"], not: ["'a\""]),
    .init("^\\k<q>(?<q>a)$", in: ["a"], not: ["aa"]),
    .init("^\\1(a)$", in: ["a"], not: ["aa"]),
    .init("^(?:(a)|b)\\1$", in: ["aa", "b"], not: ["a", "ba"]),
    .init("^(?:(a)|(b)|\\1c)*$", in: ["abc", ""], not: ["d"]),
    .init("^(a\\1)$", in: ["a"], not: ["aa"]),
    .init("^(a*)\\1$", in: ["", "aa", "aaaa"], not: ["a", "aaa"]),
    .init("^(a*?)b\\1$", in: ["b", "aba"], not: ["ab", "aaba"]),
    .init("^(\\w+) \\1$", in: ["go go", "a a"], not: ["go gone", "a b"]),
    .init("^(?=(a+))a*b\\1$", in: ["aabaa"], not: ["aaba"]),
    .init("^(?=(a+))b?a*c\\1$", in: ["aacaa"], not: ["aaca"]),
    .init("^(?!(a)b)\\1c", in: ["c"], not: ["ac"]),
    .init("(?<=(\\w)\\1)x", in: ["abx", "ax"], not: ["x", "-x"]),
    .init("(?<=\\1(\\w))x", in: ["aax"], not: ["abx", "ax"]),
    .init("^(é)\\1$", in: ["éé"], not: ["é"]),
    .init("^(?:(a)|b)*\\1$", in: ["ab", "aa", "b", ""], not: ["c"]),
    .init("^(z)((a+)?(b+)?(c))*\\3$", in: ["zaacbbbc", "zaacaa", "z"], not: ["zaacbbbcaa"]),
    .init("^(){0,3}a\\1$", in: ["a"], not: ["aa"]),
    .init("^(a){2,3}\\1$", in: ["aaa", "aaaa"], not: ["aa", "aaaaa"]),
    .init("^(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)\\10$", in: ["abcdefghijj"], not: ["abcdefghija"]),
  ]
}
