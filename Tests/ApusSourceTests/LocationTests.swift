import ApusSource
import Testing

@Suite struct LocationTests {
  @Test(arguments: [
    ("", 0, 1, 1),
    ("ab", 0, 1, 1),
    ("ab", 2, 1, 3),
    ("a\nb", 1, 1, 2),
    ("a\nb", 2, 2, 1),
    ("a\n", 2, 2, 1),
    ("a\r\nb", 2, 1, 3),
    ("a\r\nb", 3, 2, 1),
    ("a\rb", 2, 2, 1),
    ("a\r", 2, 2, 1),
    ("\n\n\n", 3, 4, 1),
    ("äöü:", 6, 1, 4),
    ("😀x", 4, 1, 2),
    // Outside of the file: the nearest end.
    ("ab", -5, 1, 1),
    ("ab", 99, 1, 3),
  ])
  func aByteHasALineAndAColumn(text: String, offset: Int, line: Int, column: Int) {
    let file = SourceFile(name: "a", bytes: Array(text.utf8))
    #expect(file.location(at: offset) == SourceLocation(line: line, column: column))
  }

  @Test func columnsInLongLinesAreCountedFromTheLinesStart() {
    let text = String(repeating: "ä", count: 9_000) + "\n" + String(repeating: "x", count: 9_000)
    let file = SourceFile(name: "a", bytes: Array(text.utf8))
    #expect(file.location(at: 17_998) == SourceLocation(line: 1, column: 9_000))
    #expect(file.location(at: 18_001) == SourceLocation(line: 2, column: 1))
    #expect(file.location(at: 26_001) == SourceLocation(line: 2, column: 8_001))
  }

  @Test func bytesThatAreNotUTF8HaveLocations() {
    let file = SourceFile(name: "a", bytes: [0xFF, 0xFF, 0x80, 0x0A, 0xC3])
    #expect(file.location(at: 2) == SourceLocation(line: 1, column: 3))
    #expect(file.location(at: 5) == SourceLocation(line: 2, column: 2))
  }
}
