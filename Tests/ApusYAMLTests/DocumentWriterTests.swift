import ApusSource
import ApusYAML
import Foundation
import Testing

@Suite("Writing documents")
struct DocumentWriterTests {
  private func written(_ text: String, as notation: DocumentWriter.Notation) throws -> String {
    let node = try #require(read(text).node)
    return String(decoding: DocumentWriter.write(node, as: notation), as: UTF8.self)
  }

  @Test(
    "What is written",
    arguments: [
      (
        "{a: 1, b: [x, {c: ~, d: []}, [1, 2]], e: {}}",
        """
        a: 1
        b:
          - x
          - c: null
            d: []
          - - 1
            - 2
        e: {}

        """,
        """
        {
          "a": 1,
          "b": [
            "x",
            {
              "c": null,
              "d": []
            },
            [
              1,
              2
            ]
          ],
          "e": {}
        }

        """
      ),
      (
        "a: 0x1F\nb: 1.50\nc: +1\nd: -0.0e+10\ne: 12345678901234567890123",
        "a: 0x1F\nb: 1.50\nc: +1\nd: -0.0e+10\ne: 12345678901234567890123\n",
        """
        {
          "a": 31,
          "b": 1.50,
          "c": 1,
          "d": -0.0e+10,
          "e": 12345678901234567890123
        }

        """
      ),
      (
        "- |\n one\n\n  two\n- |-\n a\n b\n- 'a: b'\n- '\\d'\n- True\n- 200: x",
        "- |\n  one\n\n   two\n- |-\n  a\n  b\n- \"a: b\"\n- '\\d'\n- true\n- \"200\": x\n",
        """
        [
          "one\\n\\n two\\n",
          "a\\nb",
          "a: b",
          "\\\\d",
          true,
          {
            "200": "x"
          }
        ]

        """
      ),
    ])
  func layout(_ source: String, yaml: String, json: String) throws {
    #expect(try written(source, as: .yaml) == yaml)
    #expect(try written(source, as: .json) == json)
  }

  /// Strings that some reader could take for something else.
  static let trickyStrings =
    [
      "", " ", "a ", " a", "\n", "\n\n", "a\n", "a\n\n", "a\n\n\nb\n", " a\nb", "a\n b", "a\n\tb",
      "\ta\nb", "a \nb", "a\n \nb", "a\n   ", "a\n---\nb", "a\n...\n", "---", "...", "--- a", "- a",
      "-", "?", ":", "a:", "a: b", "a:b", "a #b", "a#b", "#a", "null", "NULL", "Null", "~", "true",
      "False", "yes", "No", "on", "OFF", "y", "N", "1", "-1", "+1", "1.0", ".5", "1e3", "0x1F",
      "0o7",
      ".inf", "-.INF", ".nan", "1_000", "12:30:45", "2001-12-14", "=", "<<", "[a]", "{a}", "a, b",
      "a]b", "&a", "*a", "!a", "|", ">", "'", "\"", "'a'", "\"a\"", "%a", "@a", "`a", "\\", "\\n",
      "a\\b", "a\"b", "a'b", "\r", "a\r\nb", "\t", "a\tb", "\u{0}", "\u{7F}", "\u{85}", "\u{A0}",
      "\u{2028}", "\u{FEFF}", "a\u{FEFF}", "\u{FFFE}", "é", "漢字", "😀", "e\u{301}", "\u{10FFFF}",
      "a\u{85}b\nc", String(repeating: "key", count: 1000), "/runs/{id}", "^[a-z]+$", "$ref",
      "#/components", "a\n#b\n", "a\n: b", "a\n- b\n? c",
    ]

  @Test("Whatever a string holds, it reads as it was", arguments: trickyStrings)
  func strings(_ text: String) throws {
    var json: [UInt8] = []
    JSONText.append(text, to: &json)
    let quoted = String(decoding: json, as: UTF8.self)
    for source in [quoted, "[\(quoted)]", "{\(quoted): \(quoted)}", "[[{\"a\": [\(quoted), 1]}]]"] {
      try expectRoundTrip(try #require(read(source, name: "a.json").node))
    }
  }

  @Test(
    "Whatever a document holds, it reads as it was",
    arguments: [
      "null", "1", "'a'", "[]", "{}", "[[]]", "[[[1], []], {}]", "a: &x [1]\nb: *x", "? a\n: b",
      "- - - a\n- b: - c: d\n", "a:\nb: ~\nc: ''", "[1e400, -0, 1.0, 0o17, .5, 5.]",
    ])
  func documents(_ source: String) throws {
    guard let node = read(source).node else { return }
    try expectRoundTrip(node)
  }

  @Test("Real documents read as they were", .enabled(if: SharedFiles.areAvailable))
  func corpus() throws {
    // Each is read and written four times, so that all of them would take minutes in a debug build.
    for (index, url) in try SharedFiles.documents(in: "corpus").enumerated() where index % 8 == 0 {
      let bytes = Array(try Data(contentsOf: url))
      guard bytes.count < 1 << 17 else { continue }
      let (node, diagnostics) = read(bytes, name: url.path)
      guard let node, !diagnostics.hasErrors else { continue }
      try expectRoundTrip(node, "\(url.lastPathComponent)")
    }
  }

  /// Expects that what is written of a node reads as the node, spelling of numbers and all.
  private func expectRoundTrip(_ node: Node, _ comment: Comment? = nil) throws {
    var original: [UInt8] = []
    JSONText.append(node, to: &original)
    for notation in DocumentWriter.Notation.allCases {
      let bytes = DocumentWriter.write(node, as: notation)
      let (again, diagnostics) = read(bytes, name: "again.\(notation)")
      let text = comment ?? "\(String(decoding: bytes, as: UTF8.self))"
      #expect(diagnostics.isEmpty, "\(diagnostics.all.map(\.message)) \(text)")
      var result: [UInt8] = []
      JSONText.append(try #require(again, text), to: &result)
      #expect(result == original, text)
      #expect(DocumentWriter.write(try #require(again), as: notation) == bytes, text)
    }
  }
}
