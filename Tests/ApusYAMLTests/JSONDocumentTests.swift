import ApusYAML
import Testing

@Suite struct JSONDocumentTests {
  @Test(arguments: [
    ("null", Value.null),
    (" true ", .boolean(true)),
    ("false\n", .boolean(false)),
    (#""a""#, .string("a")),
    ("[]", .sequence([])),
    ("{}", .mapping([:])),
    (
      #"{"":{"a":[1,[],{}]}}"#,
      .mapping(["": .mapping(["a": .sequence([.number(1), .sequence([]), .mapping([:])])])])
    ),
    (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
    (#""\u00e4\u4E16\ud83d\uDE00\u0000""#, .string("ä世😀\0")),
    ("\u{FEFF}[\"ä世😀\"]", .sequence([.string("ä世😀")])),
    ("\"\u{7F}\"", .string("\u{7F}")),
  ])
  func aTextHasItsValue(text: String, value: Value) {
    let (node, diagnostics) = read(text, name: "test.json")
    #expect(diagnostics.isEmpty)
    #expect(node.map { Value($0) } == value)
  }

  @Test(arguments: [
    "0", "-0", "1.0", "1e5", "1E+05", "0.10", "-1.5e-10", "123456789012345678901234567890",
    "0.1000000000000000000000000000000001", "1e400", "9223372036854775808",
  ])
  func numbersAreKeptAsWritten(text: String) {
    #expect(read(text, name: "test.json").node?.number == text)
    #expect(read("[\(text)]", name: "test.yaml").node?.elements[0].number == text)
  }

  @Test(arguments: [
    ("[1,«]»", "expected a value"),
    ("[1 «2»]", "expected ',' or ']'"),
    ("{\"a\":1,«}»", "no ',' before '}'"),
    ("{«a»: 1}", "expected a name"),
    ("{\"a\" «1»}", "expected ':'"),
    ("[«0»1]", "can't start with 0"),
    ("[«-»]", "lacks a digit"),
    ("[«1.»]", "lacks a digit"),
    ("[«1e»]", "lacks a digit"),
    ("[«+»1]", "starts with a digit"),
    ("[«N»aN]", "no JSON value"),
    ("[«'»a']", "'\"' alone"),
    ("{«'»a': 1}", "'\"' alone"),
    ("«/»/ x", "no comments"),
    ("«\"»abc", "no closing"),
    ("\"a«\n»\"", "must be escaped"),
    ("\"«\\q»\"", "no such escape"),
    ("\"«\\u12»x\"", "four hexadecimal"),
    ("\"«\\ud800»\"", "surrogate"),
    ("\"«\\ud800\\u0041»\"", "surrogate"),
    ("1 «2»", "behind the end"),
    ("[1«»", "ends before ']'"),
    ("{\"a\":«»", "the text ends"),
    ("", "empty"),
    ("[\"«\u{1}»\"]", "control characters"),
  ])
  func faultsAreShownWhereTheyAre(text: String, message: String) throws {
    try Marked(text).expect(message, name: "test.json")
  }

  @Test func aDuplicateNameIsAWarningThatShowsBoth() throws {
    let marked = Marked(#"{‹"a"›: 1, "b": 2, «"a"»: 3}"#)
    let (node, diagnostics) = read(marked.text, name: "test.json")
    #expect(diagnostics.all.map(\.severity) == [.warning])
    #expect(diagnostics.all[0].span?.range == marked.range)
    #expect(diagnostics.all[0].notes.map(\.span?.range) == [marked.noteRange])
    #expect(node.map { Value($0) } == .mapping(["a": .number(3), "b": .number(2)]))
    #expect(node?.members.map(\.key) == ["b", "a"])
  }

  @Test func nestingIsBounded() {
    let deep = { (depth: Int) in
      read(
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth), name: "a.json")
    }
    #expect(!deep(512).diagnostics.hasErrors)
    #expect(
      deep(513).diagnostics.all.map(\.message) == [
        "more than 512 arrays and objects within each other"
      ])
    #expect(deep(1_000_000).diagnostics.hasErrors)
  }
}
