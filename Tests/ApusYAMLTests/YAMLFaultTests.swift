import ApusSource
import ApusYAML
import Testing

/// What is refused, and where the diagnostic points.
@Suite struct YAMLFaultTests {
  @Test(arguments: [
    // Features left out.
    ("a: «!!str» 1", "tags are not supported"),
    ("a: «!x» {b: 1}", "tags are not supported"),
    ("a:\n  «<<»: {b: 1}", "merge keys are not supported"),
    ("a: {«<<»: {b: 1}}", "merge keys are not supported"),
    ("«%YAML 1.2»\n---\na: 1", "directives are not supported"),
    ("a: 1\n«---»\nb: 2", "several documents"),
    ("a: 1\n...\n«b: »2", "several documents"),
    ("«[a]»: 1", "as a key is not supported"),
    ("«{a: b}»: 1", "as a key is not supported"),
    ("? «-» a\n: 1", "as a key is not supported"),
    ("{«[»a]: 1}", "as a key is not supported"),
    ("[«{a: b}»: 1]", "as a key is not supported"),
    ("a: &x [1]\n«*x» : 2", "as a key is not supported"),
    ("? «|»\n  a\n: 1", "not supported in keys"),
    ("«:» 1", "an empty one needs quotes"),
    ("a: «.inf»", "JSON has no such number"),
    ("a: [«-.INF», 1]", "JSON has no such number"),
    ("a: «.NaN»", "JSON has no such number"),
    ("a: «0x10000000000000000»", "too large for this spelling"),
    ("--- |«2»\n  x", "indentation indicator is not supported"),
    // Structure.
    ("‹a›: 1\nb: 2\n«a»: 3", "this key twice"),
    ("a:\n  ‹'b'›: 1\n  «b»: 2", "this key twice"),
    ("{‹a›: 1, «\"a\"»: 3}", "this key twice"),
    ("a: ‹1›\n  «b»: 2", "indent it like the other keys"),
    ("a:\n    b: 1\n  «c»: 2", "wrong indentation"),
    ("- 1\n«a»: 2", "expected '- '"),
    ("a: 1\n«-» 2", "a sequence can't start here"),
    ("a: 1\n«b»\n", "expected ':' behind this key"),
    ("a: b«:» c", "second ': '"),
    ("a: «-» b", "line of its own"),
    ("a: 'b' «c»", "unexpected text"),
    ("a: 'b'«:»c", "expected a blank behind this ':'"),
    ("a: [b]«x»", "unexpected text"),
    ("a: 'b'«#»c", "needs a blank before its '#'"),
    ("‹a›\n«b»: c\n", "indent it like"),
    ("‹'›a\n  «b'»: c\n", "indent it like"),
    ("a:\n«\t»b: 1", "a tab can't indent"),
    ("-«\t»- 1", "a tab can't indent"),
    ("a: |\n«\t»\nb: 1", "a tab can't indent"),
    // Text.
    ("a: «'»b", "expected \"'\""),
    ("a: «\"»b", "expected '\"'"),
    ("a: \"«\\q»\"", "no such escape"),
    ("a: \"«\\x4g»\"", "needs 2 hexadecimal digits"),
    ("a: \"«\\ud800»\"", "stands for no character"),
    ("a: \"«\\U00110000»\"", "stands for no character"),
    ("a: «@»b", "can't start with this character"),
    ("a: «`»b`", "can't start with this character"),
    ("a: «%»b", "can't start with this character"),
    ("a: | «x»\n  y", "can't start in the line of"),
    ("a: |\n«    »\n  x\n", "more spaces"),
    ("a: ‹'›b\n«c»'", "indent this line more"),
    ("a: [b,\n«c»]", "must be indented more"),
    ("a: 'b\n--- c'", "expected \"'\""),
    // Flow collections.
    ("a: ‹[›1, 2«»", "expected ']' before the end"),
    ("‹{›a: 1«»", "expected '}' before the end"),
    ("‹[›a «}»", "expected ']' or ','"),
    ("‹[›'a' «b»]", "expected ',' or ']'"),
    ("[a,«,» b]", "expected a value or a key"),
    ("{«,»}", "expected a value or a key"),
    ("{a: b«:» c}", "second ': '"),
    ("[«a»\n : b]", "must stand on one line"),
    // Anchors.
    ("a: «*x»", "no anchor '&x'"),
    ("a: ‹&x› [«*x»]", "stands inside of the node"),
    ("a: ‹&x› «&y» b", "one anchor only"),
    ("- &x 1\n- «&y» *x", "can't have an anchor"),
    ("a: «&» b", "needs a name"),
    // The file.
    ("«»", "the document is empty"),
    ("# nothing\n", "the document is empty"),
    ("a: «\u{7}»", "control characters (here U+0007)"),
  ])
  func faultsAreShownWhereTheyAre(text: String, message: String) throws {
    try Marked(text).expect(message)
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], "not UTF-8", 3), ([0x61, 0xC3], "not UTF-8", 1),
      ([0xC0, 0x80], "not UTF-8", 0), ([0xED, 0xA0, 0x80], "not UTF-8", 0),
      ([0xF5, 0x80, 0x80, 0x80], "not UTF-8", 0), ([0xF0, 0x80, 0x80, 0x80], "not UTF-8", 0),
      ([0xFF, 0xFE, 0x61, 0x00], "UTF-16", 0), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16", 0),
      ([0x61, 0x00], "U+0000", 1),
    ] as [([UInt8], String, Int)])
  func bytesThatAreNoTextAreRefused(bytes: [UInt8], message: String, offset: Int) {
    for name in ["a.yaml", "a.json", "a.md", "a"] {
      let (node, diagnostics) = read(bytes, name: name)
      #expect(node == nil)
      #expect(diagnostics.all.map { $0.message.contains(message) } == [true])
      #expect(diagnostics.all.first?.span?.range.lowerBound == offset)
    }
  }

  @Test func allFaultsThatLeaveTheRestPlainAreReported() {
    let diagnostics = read("a: !x 1\na: 2\nb: {<<: 1}\nc: .nan\n").diagnostics
    #expect(diagnostics.all.count == 4)
  }

  @Test(arguments: [
    "a:\n  b: {\n    c: d\n  «}»\n",
    "a:\n  b: [\n  «c»\n  ]\n",
    "a:\n  b: 'one\n  «t»wo'\n",
    "a: 'b'«#»\n",
    "a: {\n}\n",
  ])
  func linesThatAreOnlyABitOffAreWarnedAbout(text: String) {
    let marked = Marked(text)
    let (node, diagnostics) = read(marked.text)
    #expect(node != nil && !diagnostics.hasErrors)
    #expect(Set(diagnostics.all.map(\.span?.range)).isSubset(of: [marked.range]))
  }

  @Test func nestingIsBounded() {
    let tooDeep = [
      String(repeating: "[", count: 513), String(repeating: "- ", count: 513),
      String(repeating: "{a: ", count: 513),
      (0...512).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ]
    for text in tooDeep {
      let message = read(text).diagnostics.all.first?.message
      #expect(message == "more than 512 mappings and sequences within each other")
    }
    let deep = String(repeating: "- ", count: 512) + "x"
    #expect(!read(deep).diagnostics.hasErrors)
  }

  @Test func aliasesCannotExplode() {
    var laughs = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for level in 1..<20 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      laughs += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(read(laughs).diagnostics.all.first?.message.contains("10000000 nodes") == true)
    var chain = "a0: &a0 [x]\n"
    for level in 1..<600 { chain += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(read(chain).diagnostics.all.first?.message.contains("more than 512") == true)
  }
}
