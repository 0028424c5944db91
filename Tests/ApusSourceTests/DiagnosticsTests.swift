import ApusSource
import Testing

@Suite struct DiagnosticsTests {
  @Test func onlyErrorsMakeARunFail() {
    var diagnostics = Diagnostics()
    diagnostics.note("n", at: nil)
    diagnostics.warning("w", at: nil)
    #expect(!diagnostics.hasErrors)
    diagnostics.error("e", at: nil)
    #expect(diagnostics.hasErrors)
    #expect(diagnostics.all.map(\.severity) == [.note, .warning, .error])
  }

  @Test func warningsDoNotCrowdOutErrors() {
    var diagnostics = Diagnostics()
    for number in 0..<(Diagnostics.limit + 5) { diagnostics.warning("\(number)", at: nil) }
    diagnostics.error("e", at: nil)
    #expect(diagnostics.all.count == Diagnostics.limit + 1)
    #expect(diagnostics.omittedCount == 5)
    #expect(diagnostics.hasErrors)
    let text = DiagnosticFormat.text(colour: false).format(diagnostics, limit: 2)
    #expect(
      text == """
        error: e
        warning: 0
        note: \(Diagnostics.limit + 4) more diagnostics are not shown

        """)
  }

  @Test func anotherStagesDiagnosticsAreAdded() {
    var first = Diagnostics()
    first.warning("w", at: nil)
    var second = Diagnostics()
    second.error("e", at: nil)
    first.append(contentsOf: second)
    #expect(first.all.map(\.message) == ["w", "e"])
    #expect(first.hasErrors)
  }
}
