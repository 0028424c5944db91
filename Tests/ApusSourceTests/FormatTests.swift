import ApusSource
import Testing

@Suite struct FormatTests {
  private let file = SourceFile(name: "a.yaml", bytes: Array("paths:\n  /a: 1\n  /a: 2\n".utf8))

  private func span(_ lower: Int, _ upper: Int, in file: SourceFile? = nil) -> SourceSpan {
    SourceSpan(file: file ?? self.file, range: SourceRange(lowerBound: lower, upperBound: upper))
  }

  private var duplicate: Diagnostics {
    var diagnostics = Diagnostics()
    diagnostics.error(
      "this key is here twice", at: span(17, 19),
      notes: [Diagnostic.Note("the other one is here", at: span(9, 11))])
    return diagnostics
  }

  @Test func textHasTheLineAndACaret() {
    #expect(
      DiagnosticFormat.text(colour: false).format(duplicate) == """
        a.yaml:3:3: error: this key is here twice
          /a: 2
          ^~
        a.yaml:2:3: note: the other one is here
          /a: 1
          ^~

        """)
  }

  @Test func coloursAreOnlyThereWhenAskedFor() {
    #expect(DiagnosticFormat.text(colour: true).format(duplicate).contains("\u{1B}[1;31merror: "))
    #expect(!DiagnosticFormat.text(colour: false).format(duplicate).contains("\u{1B}"))
  }

  @Test func jsonHasEveryPlace() {
    #expect(
      DiagnosticFormat.json.format(duplicate) == """
        [
          {"severity": "error", "file": "a.yaml", "line": 3, "column": 3, "endLine": 3, \
        "endColumn": 5, "message": "this key is here twice", "notes": [{"file": "a.yaml", \
        "line": 2, "column": 3, "endLine": 2, "endColumn": 5, "message": "the other one is here"}]}
        ]

        """)
    #expect(DiagnosticFormat.json.format(Diagnostics()) == "[]\n")
  }

  @Test func gitHubGetsACommandALine() {
    var diagnostics = duplicate
    diagnostics.note("100 %,\nor: more", at: nil)
    #expect(
      DiagnosticFormat.github.format(diagnostics) == """
        ::notice::100 %25,\\nor: more
        ::error file=a.yaml,line=3,endLine=3,col=3,endColumn=5::this key is here twice\
        %0Aa.yaml:2:3: note: the other one is here

        """)
    let odd = SourceFile(name: "a,b:c%.yaml", bytes: [0x20])
    var other = Diagnostics()
    other.warning("w", at: span(0, 0, in: odd))
    #expect(DiagnosticFormat.github.format(other).hasPrefix("::warning file=a%2Cb%3Ac%25.yaml,"))
  }

  @Test func diagnosticsAreSortedAndToldOnce() {
    let other = SourceFile(name: "b.yaml", bytes: [0x20])
    var diagnostics = Diagnostics()
    diagnostics.error("4", at: span(0, 1, in: other))
    diagnostics.error("3", at: span(9, 11))
    diagnostics.warning("2", at: span(0, 5))
    diagnostics.error("1", at: span(0, 5))
    diagnostics.error("3", at: span(9, 11))
    diagnostics.warning("0", at: nil)
    let lines = DiagnosticFormat.github.format(diagnostics).split(separator: "\n")
    #expect(lines.compactMap(\.last) == ["0", "1", "2", "3", "4"])
  }

  @Test func theMostSevereAreKept() {
    var diagnostics = Diagnostics()
    diagnostics.warning("w", at: span(0, 1))
    diagnostics.error("e", at: span(9, 11))
    let text = DiagnosticFormat.text(colour: false).format(diagnostics, limit: 1)
    #expect(text.hasPrefix("a.yaml:2:3: error: e\n"))
    #expect(text.hasSuffix("note: 1 more diagnostic is not shown\n"))
  }

  @Test(arguments: [
    ("\u{1B}[2J", "\\u{1B}[2J"),
    ("a\u{7F}b\u{9B}c", "a\\u{7F}b\\u{9B}c"),
    ("\u{202E}x\u{2066}", "\\u{202E}x\\u{2066}"),
    ("zero\u{200B}width\u{FEFF}", "zero\\u{200B}width\\u{FEFF}"),
    ("two\r\nlines", "two\\r\\nlines"),
    ("Grüße, 世界 😀", "Grüße, 世界 😀"),
  ])
  func whatATerminalWouldObeyIsSpeltOut(message: String, shown: String) {
    let bytes = Array("# \(message.filter { !$0.isNewline })".utf8)
    let named = SourceFile(name: "\(message).yaml", bytes: bytes)
    var diagnostics = Diagnostics()
    diagnostics.error(message, at: span(0, bytes.count, in: named))
    let text = DiagnosticFormat.text(colour: false).format(diagnostics)
    #expect(text.hasPrefix("\(shown).yaml:1:1: error: \(shown)\n# "))
    for format in [DiagnosticFormat.text(colour: false), .json, .github] {
      let scalars = format.format(diagnostics).unicodeScalars
      #expect(scalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
      #expect(scalars.allSatisfy { $0.properties.generalCategory != .format })
    }
  }

  @Test func theCaretStandsUnderWideAndTabbedText() {
    let text = "\t世界: ä👍x"
    let source = SourceFile(name: "a", bytes: Array(text.utf8))
    var diagnostics = Diagnostics()
    let offset = text.utf8.count - 1
    diagnostics.error("e", at: span(offset, offset + 1, in: source))
    #expect(
      DiagnosticFormat.text(colour: false).format(diagnostics) == """
        a:1:8: error: e
         世界: ä👍x
                  ^

        """)
  }

  @Test func longLinesAreCut() {
    let text = String(repeating: "ä", count: 500) + "X" + String(repeating: "ö", count: 500)
    let source = SourceFile(name: "a", bytes: Array(text.utf8))
    var diagnostics = Diagnostics()
    diagnostics.error("e", at: span(1000, 1001, in: source))
    let lines = DiagnosticFormat.text(colour: false).format(diagnostics).split(separator: "\n")
    #expect(
      lines[1] == "…" + String(repeating: "ä", count: 40) + "X"
        + String(repeating: "ö", count: 39) + "…")
    #expect(lines[2] == String(repeating: " ", count: 41) + "^")
  }

  @Test func aSpanOutsideOfItsFileIsNoFault() {
    var diagnostics = Diagnostics()
    diagnostics.error("a", at: span(-5, 1_000))
    diagnostics.error("b", at: span(1_000, 5))
    diagnostics.error("c", at: span(0, 0, in: SourceFile(name: "empty", bytes: [])))
    for format in [DiagnosticFormat.text(colour: true), .json, .github] {
      #expect(!format.format(diagnostics, limit: -1).isEmpty)
      #expect(!format.format(diagnostics).isEmpty)
    }
  }
}
