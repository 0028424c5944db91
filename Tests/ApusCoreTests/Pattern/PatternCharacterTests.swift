import ApusCore
import Testing

@Suite("Characters and classes of a pattern")
struct PatternCharacterTests {
  @Test("classes in brackets", arguments: classes)
  func characterClass(_ example: MatchingCase) throws { try example.check() }

  static let classes: [MatchingCase] = [
    .init("^[abc]$", in: ["a", "b", "c"], not: ["d", "", "ab"]),
    .init("^[a-c]$", in: ["a", "b", "c"], not: ["d", "-"]),
    .init("^[^a-c]$", in: ["d", "-", "é", "\n"], not: ["a", "b", ""]),
    .init("^[a-cx-z0-9]+$", in: ["abxyz09"], not: ["d"]),
    .init("^[]$", in: [], not: ["", "a"]),
    .init("^[^]$", in: ["a", "\n", "🐲"], not: ["", "ab"]),
    .init("^[a-]$", in: ["a", "-"], not: ["b"]),
    .init("^[-a]$", in: ["a", "-"], not: ["b"]),
    .init("^[a\\-z]$", in: ["a", "-", "z"], not: ["b"]),
    .init("^[.*+?(){}|$^]$", in: [".", "*", "(", "{", "$", "^"], not: ["a"]),
    .init("^[\\]\\\\]$", in: ["]", "\\"], not: ["["]),
    .init("^[[]$", in: ["["], not: ["]"]),
    .init("^[a&&b]$", in: ["a", "&", "b"], not: ["c"]),
    .init("^[\\b]$", in: ["\u{8}"], not: ["b"]),
    .init("^[\\d_]+$", in: ["1_2"], not: ["a"]),
    .init("^[\\w-]+$", in: ["a-b_1"], not: ["."]),
    .init("^[\\w-.]+$", in: ["a-b.c"], not: ["+", "/"]),
    .init("^[+-\\d]+$", in: ["+-7"], not: [",", "."]),
    .init("^[\\D]$", in: ["a", "é"], not: ["1"]),
    .init("^[^\\d\\s]$", in: ["a"], not: ["1", " "]),
    .init("^[\\s\\S]$", in: ["\n", "a"], not: [""]),
    .init("^[à-ü]$", in: ["é"], not: ["e", "ÿ"]),
    .init("^[🐀-🐿]$", in: ["🐲"], not: ["🌀"]),
    .init("^[^🐲]$", in: ["a", "🐀"], not: ["🐲"]),
    .init("^[\\u{1F400}-\\u{1F43F}]$", in: ["🐲"], not: ["🌀"]),
    .init("^[\\p{L}\\d]+$", in: ["é1"], not: ["-", "é-"]),
    .init("^[^\\p{L}\\d]+$", in: ["-", "!"], not: ["é", "1"]),
    .init("^[\\P{L}a]+$", in: ["1a-"], not: ["b"]),
    .init("^[^\\P{L}a]+$", in: ["bé"], not: ["a", "1"]),
  ]

  @Test("escapes", arguments: escapes)
  func escape(_ example: MatchingCase) throws { try example.check() }

  static let escapes: [MatchingCase] = [
    .init("^\\d$", in: ["0", "9"], not: ["a", "٣", "৪"]),
    .init("^\\D$", in: ["a", "৪"], not: ["0"]),
    .init("^\\w$", in: ["a", "Z", "0", "_"], not: ["é", "-", "\u{17F}", "\u{212A}"]),
    .init("^\\W$", in: ["é", "-"], not: ["a", "_"]),
    .init(
      "^\\s$",
      in: [" ", "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{A0}", "\u{FEFF}", "\u{2003}", "\u{3000}"],
      not: ["a", "\u{85}", "\u{200B}", "\u{180E}", "\u{1}"]),
    .init("^\\S$", in: ["a", "\u{85}"], not: [" ", "\u{2029}"]),
    .init("^\\t\\n\\v\\f\\r$", in: ["\t\n\u{B}\u{C}\r"]),
    .init("^\\0$", in: ["\0"], not: ["0"]),
    .init("^\\cC\\cj$", in: ["\u{3}\n"], not: ["\\cC\\cj"]),
    .init("^\\x41\\xe9$", in: ["Aé"]),
    .init("^\\u0041\\u00E9$", in: ["Aé"]),
    .init("^\\u{41}\\u{1f432}\\u{0000041}$", in: ["A🐲A"]),
    .init("^\\uD83D\\uDC32$", in: ["🐲"], not: ["🐉"]),
    .init("^\\uD83D\\uDC32*$", in: ["", "🐲", "🐲🐲"], not: ["🐉"]),
    .init("^[\\uD83D\\uDC00-\\uD83D\\uDC3F]$", in: ["🐲"], not: ["🌀"]),
    .init("\\uD83D", in: [], not: ["🐲"]),
    .init("\\uDC32", in: [], not: ["🐲"]),
    .init("^\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/$", in: ["^$\\.*+?()[]{}|/"]),
  ]

  @Test("what is an error with the u flag, but means one thing only", arguments: tolerated)
  func tolerate(_ example: MatchingCase) throws { try example.check() }

  static let tolerated: [MatchingCase] = [
    .init("^\\-\\_\\@\\#\\ \\\"\\'\\:\\é$", in: ["-_@# \"':é"]),
    .init("^[\\.\\_\\@]$", in: [".", "_", "@"], not: ["\\"]),
    .init("^{a}$", in: ["{a}"]),
    .init("^a{$", in: ["a{"]),
    .init("^a}$", in: ["a}"]),
    .init("^a{b}$", in: ["a{b}"]),
    .init("^a{,3}$", in: ["a{,3}"], not: ["aa"]),
    .init("^a{1$", in: ["a{1"]),
    .init("^a{1,$", in: ["a{1,"]),
    .init("^]$", in: ["]"]),
    .init("^{{2}$", in: ["{{"]),
  ]

  @Test("properties", arguments: properties)
  func property(_ example: MatchingCase) throws { try example.check() }

  static let properties: [MatchingCase] = [
    .init("^\\p{L}$", in: ["a", "é", "π", "字"], not: ["1", "-"]),
    .init("^\\p{Letter}+$", in: ["Hello", "π"], not: ["123"]),
    .init("^\\P{L}$", in: ["1", "-"], not: ["a", "π"]),
    .init("^\\p{Lu}$", in: ["A", "É"], not: ["a", "ǅ"]),
    .init("^\\p{gc=Ll}$", in: ["a"], not: ["A"]),
    .init("^\\p{General_Category=Uppercase_Letter}$", in: ["A"], not: ["a"]),
    .init("^\\p{LC}$", in: ["A", "a", "ǅ"], not: ["字"]),
    .init("^\\p{digit}+$", in: ["42", "৪২"], not: ["-%#", "½"]),
    .init("^\\p{N}$", in: ["4", "½", "Ⅷ"], not: ["a"]),
    .init("^\\p{Sc}$", in: ["€", "$"], not: ["+"]),
    .init("^\\p{P}$", in: ["!", "-", "«"], not: ["$"]),
    .init("^\\p{Zs}$", in: [" ", "\u{A0}"], not: ["\n"]),
    .init("^\\p{Cc}$", in: ["\u{1}", "\u{85}"], not: ["a"]),
    .init("^\\p{M}$", in: ["\u{301}"], not: ["e"]),
    .init("^\\p{Any}$", in: ["a", "\n"]),
    .init("^\\p{ASCII}$", in: ["a", "\u{7F}"], not: ["é", "\u{80}"]),
    .init("^[^\\P{ASCII}a]$", in: ["b"], not: ["a", "é"]),
    .init("^\\p{RI}{2}$", in: ["🇩🇪"], not: ["DE"]),
    .init("^\\p{Alphabetic}$", in: ["a", "é"], not: ["1"]),
    .init("^\\p{White_Space}$", in: [" ", "\u{85}"], not: ["a"]),
    .init("^\\p{Emoji_Presentation}$", in: ["🐲"], not: ["a"]),
    .init("^\\p{AHex}$", in: ["a", "F", "0"], not: ["g"]),
    .init("^\\p{ID_Start}\\p{ID_Continue}*$", in: ["aé1"], not: ["1a"]),
    .init("^\\p{Uppercase}$", in: ["A"], not: ["a"]),
    .init("\\p{Letter}cole", in: ["l'école", "l'ecole"], not: ["L'ÉCOLE"]),
  ]

  @Test("bytes that are no UTF-8 are one replacement character each")
  func malformed() throws {
    let three = try Pattern("^\\uFFFD{3}$")
    let samples: [[UInt8]] = [
      [0xFF, 0xFE, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82, 0xC3], [0xC0, 0x80, 0xF8],
    ]
    for bytes in samples {
      #expect(bytes.withUnsafeBufferPointer { three.matches($0) }, "\(bytes)")
    }
    let behind = try Pattern("(?<=^\\uFFFD{2})a")
    #expect([0xE2, 0x82, 0x61].withUnsafeBufferPointer { behind.matches($0) })
    let ahead = try Pattern("a(?=\\uFFFD{2}$)")
    #expect([0x61, 0xE2, 0x82].withUnsafeBufferPointer { ahead.matches($0) })
  }
}
