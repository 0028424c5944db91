import ApusSource
import ApusYAML
import Testing

/// No input may trap or hang the reader, whatever it makes of it.
@Suite struct BadInputTests {
  private static let sample = """
    openapi: 3.1.0
    info: {title: "A \\u00e4", 'v': 'it''s', x: [a: b, *no]}
    paths: &p
      /a/{b}: # comment
        get:
        - - |
            text
           - >-
          folded
        "\\x41": *p
    ? k
    : !t v
    ... ä世😀
    """

  @Test func everyTruncationIsSurvived() {
    let bytes = Array(Self.sample.utf8)
    for length in 0...bytes.count { walk(Array(bytes.prefix(length))) }
    for start in 0...bytes.count { walk(Array(bytes.suffix(start))) }
  }

  @Test func everyByteMayBeAnother() {
    let bytes = Array(Self.sample.utf8)
    let interesting: [UInt8] =
      Array("\t\n !\"#&'*,-:>?[]{|\\".utf8) + [0, 0xC3]
    for offset in bytes.indices {
      for byte in interesting {
        var changed = bytes
        changed[offset] = byte
        walk(changed, as: ["a.yaml"])
        changed.insert(byte, at: offset)
        walk(changed, as: ["a.yaml"])
      }
    }
  }

  @Test func randomTokensAreSurvived() {
    var generator = Generator(state: 1)
    let tokens = [
      "a", "b: ", "- ", "? ", ": ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ",", "'", "\"",
      "\\",
      "|\n", ">-\n", "&a ", "*a", "!t ", "#", " # c", "\t", "---\n", "...\n", "%Y\n", "1", "~",
      "```\n", "ä", "\r\n", "<<: ", "openapi: 3\n",
    ]
    for _ in 0..<5_000 {
      let length = Int.random(in: 1...14, using: &generator)
      let text = (0..<length).map { _ in tokens.randomElement(using: &generator) ?? "" }.joined()
      walk(Array(text.utf8))
    }
  }

  @Test(arguments: [
    "[", "{", "- ", "? ", "a: ", "&a *a\n", "x", "\"", "'", "|\n", "- |\n", "a:\n", "\n",
    "#\n", "[a: b],", "\t", " ", "~~~\n", "*", "-", "\"\n", "a: 1\n", "[]", "\\", "```yaml\n",
  ])
  func aLongRunOfAnythingIsSurvived(unit: String) {
    let count = 100_000 / unit.utf8.count
    walk(Array(String(repeating: unit, count: count).utf8))
  }

  @Test(arguments: [
    ("[", "test.yaml", "more than 512"), ("[", "test.json", "more than 512"),
    ("{\"a\":", "test.json", "more than 512"), ("- ", "test.yaml", "more than 512"),
    ("&a *a\n", "test.yaml", "no anchor '&a'"),
    ("a: 1\n", "test.yaml", "this key twice"), ("a: @\n", "test.yaml", "can't start with"),
    ("a: b: c\n", "test.yaml", "second ': '"), ("\u{7}", "test.yaml", "control characters"),
  ])
  func aMegabyteOfAnythingWrongIsReported(unit: String, name: String, message: String) {
    let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    let diagnostics = read(Array(text.utf8), name: name).diagnostics
    #expect(diagnostics.hasErrors)
    #expect(diagnostics.all.first?.message.contains(message) == true)
  }

  @Test func aMegabyteInOneKeyOrOneLineIsRead() {
    let long = String(repeating: "k", count: 1_000_000)
    let dashes = String(repeating: "- - -\n", count: 170_000)
    for text in [long, "\(long): 1", "a: '\(long)'", "[\(long)]", "# \(long)\na: 1", dashes] {
      #expect(read(text).diagnostics.isEmpty)
    }
  }

  /// Reads bytes in each notation and visits all that comes of it.
  private func walk(_ bytes: [UInt8], as names: [String] = ["a.yaml", "a.json", "a.md"]) {
    for name in names {
      let (node, diagnostics) = read(bytes, name: name)
      #expect(node != nil || diagnostics.hasErrors)
      if bytes.count < 10_000 {
        _ = DiagnosticFormat.text(colour: false).format(diagnostics)
        if let node { visit(node) }
      }
    }
  }

  private func visit(_ node: Node) {
    _ = (node.span, node.text, node.number, node.boolean)
    for element in node.elements { visit(element) }
    for member in node.members {
      #expect(node.member(member.key)?.keySpan == member.keySpan)
      visit(member.value)
    }
  }

  /// A generator with the same numbers in each run (Steele, Lea and Flood's SplitMix64).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }
}
