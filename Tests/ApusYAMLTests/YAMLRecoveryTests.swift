import ApusSource
import ApusYAML
import Testing

/// All faults of a document are found in one run, and none is said twice.
@Suite struct YAMLRecoveryTests {
  /// `«…»` marks each fault; nothing else may be reported as one.
  @Test(arguments: [
    // Faults in scalars: the next key or element goes on.
    "a: «@»x\nb: 1\nc: «`»y\nd: «%»z\n",
    "a:\n  b: «@»x\n  c: 1\n  d: x«:» y\ne: z«:» y\n",
    "- «@»x\n- ok\n- «`»y\n",
    "- a: «@»x\n  b: 1\n- a: 1\n  b: «@»x\n- «@»z\n",
    "a: \"«\\q»\"\nb: \"«\\x4»\"\n",
    // Texts without their closing quotes.
    "a: \"one\n«b»: \"two\"\nc: «@»x\n",
    "x:\n  a: 'b' «c»\n  d: 1\ny: «@»x\n",
    "a: «\"»one\n  two\n",
    // Texts of several lines in a faulty entry are passed over whole.
    "a: | «x»\n  k: @v\n  : :\n\n  @\nb: «@»x\n",
    "a: «@»x\n  y: @z\n    - @\nb: «@»\n",
    // Flow collections.
    "a: [1, «}»\nb: {c: 1 «]»\nd: «@»x\n",
    "a: [1, 2\n«b»: 1\nc: «@»x\n",
    "a:\n  - [1, «}»\n  - {x: «@»y}\n  - ok\nb: {«,»}\n",
    // Keys and indentation.
    "a: 1\n«b»\nc: 2\n«d»\n",
    "a:\n    b: 1\n  «c»: 2\n  d: 3\ne: «@»x\n",
    "a:\n  - 1\n  «b»: 2\nc: «@»x\n",
    "a: 1\n«-» 2\nb: «@»x\n",
    "a:\n«\t»b: 1\nc: «@»x\n",
    "a: 1\n«:» 1\nb: «@»x\n",
    "a: «-» b\nc: «-» d\n",
    // Sequences at the column of their keys.
    "a:\n- «@»x\n- 1\nb: «@»y\n",
    // What was left out may have held the anchor.
    "a: «@»x &b 1\nb: *b\nc: «@»x\n",
    "a: «*x»\nb: &y «@»1\nc: *y\nd: «@»x\n",
    // Faults that leave nothing out, and others.
    "a: «!x» 1\nb: «@»x\nc: «.nan»\nd: «@»y\n",
  ])
  func allFaultsAreReported(marked: String) {
    let (text, offsets) = Self.unmarked(marked)
    let (node, diagnostics) = read(text)
    let errors = diagnostics.all.filter { $0.severity == .error }
    #expect(node == nil)
    #expect(
      errors.compactMap { $0.span?.range.lowerBound }.sorted() == offsets,
      "\(text.debugDescription): \(errors.map { ($0.message, $0.span?.range.lowerBound) })")
  }

  /// Where nothing shows how it goes on, nothing more is said.
  @Test(arguments: [
    "[a, b: c: d,\ne: @]\n", "'a\nb: @\n", "a\nb: @\n", "--- |2\n @\n",
  ])
  func readingEndsWhereNothingIsPlain(text: String) {
    #expect(read(text).diagnostics.all.filter { $0.severity == .error }.count == 1)
  }

  @Test func faultsAreCounted() {
    let many = String(repeating: "- @\n", count: 10_000)
    #expect(read(many).diagnostics.all.count == 100)
  }

  /// A text without its marks, and the offset of each.
  private static func unmarked(_ marked: String) -> (text: String, offsets: [Int]) {
    var text = ""
    var offsets: [Int] = []
    for character in marked where character != "»" {
      if character == "«" { offsets.append(text.utf8.count) } else { text.append(character) }
    }
    return (text, offsets)
  }
}
