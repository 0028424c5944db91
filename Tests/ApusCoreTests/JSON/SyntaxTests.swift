import ApusCore
import Foundation
import Testing

struct SyntaxTests {
  @Test(
    arguments: [
      ("null", JSON.null), ("true", true), (" false\r\n\t", false), ("0", 0), ("-0", 0),
      ("-12", -12),
      ("1.50", 1.5), ("1E+2", 100), (#""""#, ""), (#""a""#, "a"), ("[]", []), ("[ ]", []),
      ("[1,[2],[]]", [1, [2], []]), ("{}", [:]), (#"{"a":{"b":[null]}}"#, ["a": ["b": [nil]]]),
      (#"{ "a" : 1 , "b" : "x" }"#, ["a": 1, "b": "x"]), (#"{"":0}"#, ["": 0]),
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u20AC\u0000""#, "é€\0"),
      (#""\uD834\uDD1E!""#, "𝄞!"), ("\"é€𝄞\u{7F}\"", "é€𝄞\u{7F}"),
      (#""0123456789abcdef\n0123456789abcdef""#, "0123456789abcdef\n0123456789abcdef"),
    ] as [(String, JSON)])
  func accepted(_ text: String, value: JSON) throws {
    let read = try withJSON(text) { view in
      #expect(view == value)
      return view.json
    }
    #expect(read == value)
    #expect(try JSON(json: value.json) == value)
  }

  @Test(arguments: [
    ("", 0, "expected a value, found the end of the text"),
    ("  ", 2, "expected a value, found the end of the text"),
    ("\u{FEFF}1", 0, "a byte order mark is not allowed"),
    ("nul", 3, "expected “null”, found the end of the text"),
    ("nulL", 3, "expected “null”, found “L”"),
    ("NaN", 0, "expected a value, found “N”"),
    ("-Infinity", 1, "expected a digit, found “I”"),
    ("+1", 0, "expected a value, found “+”"),
    ("01", 1, "a number can't begin with 0"),
    ("-00", 2, "a number can't begin with 0"),
    ("1.", 2, "expected a digit, found the end of the text"),
    ("1e", 2, "expected a digit, found the end of the text"),
    (".5", 0, "expected a value, found “.”"),
    ("1 2", 2, "expected the end of the text, found “2”"),
    ("1\u{A0}", 1, "expected the end of the text, found “\u{A0}”"),
    ("1e100000000000000000", 1, "an exponent of more than 17 digits"),
    ("[1", 2, "expected “,” or “]”, found the end of the text"),
    ("[1,]", 3, "expected a value, found “]”"),
    ("[1 2]", 3, "expected “,” or “]”, found “2”"),
    ("[1}", 2, "expected “,” or “]”, found “}”"),
    ("{1", 1, "expected a member's name, found “1”"),
    (#"{"a""#, 4, "expected “:”, found the end of the text"),
    (#"{"a":}"#, 5, "expected a value, found “}”"),
    (#"{"a":1,}"#, 7, "expected a member's name, found “}”"),
    (#"{"a":1]"#, 6, "expected “,” or “}”, found “]”"),
    (#""a"#, 2, "expected “\"” at the end of the string, found the end of the text"),
    ("\"a\nb\"", 2, "a control character in a string must be escaped"),
    (#""\x""#, 2, "expected one of \" \\ / b f n r t u after “\\”, found “x”"),
    (#""\u12G4""#, 5, "expected four hexadecimal digits after “\\u”, found “G”"),
    (#""ab\uD834""#, 3, "half of a surrogate pair"),
    (#""\uD834\u0041""#, 1, "half of a surrogate pair"),
    (#""\uDD1E""#, 1, "half of a surrogate pair"),
    ("// 1", 0, "expected a value, found “/”"),
  ])
  func refused(_ text: String, offset: Int, message: String) {
    let error = #expect(throws: JSONSyntaxError.self) { try withJSON(text) { _ in } }
    #expect(error?.offset == offset)
    #expect(error?.message == message)
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x22], [0xE0, 0x9F, 0xBF],
      [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9D, 0x84],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ] as [[UInt8]])
  func invalidUTF8(_ bytes: [UInt8]) {
    // At every distance from the start, as text is looked at in words of eight bytes.
    for distance in 0..<20 {
      let text = [0x22] + [UInt8](repeating: 0x61, count: distance) + bytes + [0x22]
      let error = #expect(throws: JSONSyntaxError.self) { try withJSON(text) { _ in } }
      #expect(error?.offset == distance + 1)
      #expect(error?.message == "not UTF-8")
    }
  }

  @Test(arguments: [
    ("[1,\n  é]", 2, 3), ("[\r\n\r\n!]", 3, 1), ("[\"é𝄞\", x]", 1, 8), ("x", 1, 1),
  ])
  func place(_ text: String, line: Int, column: Int) {
    let error = #expect(throws: JSONSyntaxError.self) { try withJSON(text) { _ in } }
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  static let sample = """
    {"name" : "A \\n \\u0041 longer text, to be looked at in words", "numbers": [0, -1, 2.5, 3e-7],
    "words": [true, false, null], "empty": [{}, [], ""], "nested": {"a": {"b": [[1], {"c": 2}]}}}
    """

  /// Every beginning of a text is refused at its end.
  @Test func cutShort() {
    let text = Array(Self.sample.utf8)
    for end in text.indices {
      let error = #expect(throws: JSONSyntaxError.self) {
        try withJSON(Array(text[..<end])) { _ in }
      }
      #expect(error?.offset == end)
    }
  }

  /// A byte that can stand nowhere is refused wherever it stands.
  @Test func disturbed() {
    let text = Array(Self.sample.utf8)
    for place in text.indices {
      let disturbed = text[..<place] + [0x01] + text[place...]
      let error = #expect(throws: JSONSyntaxError.self) { try withJSON(Array(disturbed)) { _ in } }
      #expect(error?.offset == place)
    }
  }

  /// Whatever bytes come, they are read or refused, and nothing else happens.
  @Test func changedAtRandom() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<4_000 {
      var text = Array(Self.sample.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        guard let place = text.indices.randomElement(using: &random) else { return }
        switch Int.random(in: 0..<3, using: &random) {
        case 0: text[place] = UInt8.random(in: 0...255, using: &random)
        case 1: text.remove(at: place)
        default: text.insert(text.randomElement(using: &random) ?? 0, at: place)
        }
      }
      let value = try? withJSON(text) { $0.json }
      if let value { #expect((try? JSON(json: value.json)) == value) }
      if value != nil {
        #expect(
          (try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)) != nil)
      }
    }
  }
}

/// Random numbers that are the same on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
