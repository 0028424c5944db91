import ApusOpenAPI
import ApusSource
import ApusYAML
import Testing

@Suite("Overlays")
struct OverlayTests {
  /// What comes of applying overlays, and what is reported in the form of `MarkedSource.expected`.
  private struct Outcome {
    var node: Node
    var reported: [String]
    var diagnostics: [Diagnostic]

    init(_ document: String, overlays: [String]) throws {
      var diagnostics = Diagnostics()
      let file = SourceFile(name: "api.yaml", bytes: Array(document.utf8))
      let root = try #require(DocumentReader.read(file, diagnostics: &diagnostics))
      var read: [Overlay] = []
      for (index, text) in overlays.enumerated() {
        let file = SourceFile(name: "overlay\(index).yaml", bytes: Array(text.utf8))
        let node = try #require(DocumentReader.read(file, diagnostics: &diagnostics))
        if let overlay = Overlay.read(node, diagnostics: &diagnostics) { read.append(overlay) }
      }
      node = Overlay.apply(read, to: root, diagnostics: &diagnostics)
      self.diagnostics = diagnostics.all
      reported = diagnostics.all.map { diagnostic in
        let place = diagnostic.span.map { "\($0.start)" } ?? "-"
        return "\(place): \(diagnostic.severity): \(diagnostic.message)"
      }.sorted()
    }

    var text: String { String(decoding: DocumentWriter.write(node, as: .yaml), as: UTF8.self) }
  }

  /// An overlay of these actions.
  private static func overlay(_ actions: String) -> String {
    "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n\(actions)\n"
  }

  /// A text as the writer lays it out.
  private func normal(_ text: String) throws -> String {
    try Outcome(text, overlays: []).text
  }

  @Test(
    "What actions do",
    arguments: [
      ("{a: 1}", "- {target: $, update: {b: 2}}", "{a: 1, b: 2}"),
      ("{a: {b: 1}}", "- {target: $.a, update: {b: 2, c: [3]}}", "{a: {b: 2, c: [3]}}"),
      ("{a: {b: {c: 1}}}", "- {target: $, update: {a: {b: {d: 2}}}}", "{a: {b: {c: 1, d: 2}}}"),
      ("{a: [1]}", "- {target: $.a, update: 2}", "{a: [1, 2]}"),
      ("{a: [1]}", "- {target: $.a, update: [2, 3]}", "{a: [1, 2, 3]}"),
      ("{a: [1]}", "- {target: $.a, update: {b: 2}}", "{a: [1, {b: 2}]}"),
      ("{a: [1]}", "- {target: $, update: {a: [2]}}", "{a: [1, 2]}"),
      ("{a: 1}", "- {target: $, update: {a: text}}", "{a: text}"),
      ("{a: 1}", "- {target: $, update: {a: null}}", "{a: null}"),
      ("{a: 1}", "- {target: $.a, update: 2}", "{a: 2}"),
      ("{a: null}", "- {target: $, update: {a: {b: 1}}}", "{a: {b: 1}}"),
      (
        "{a: {x: 1}, b: {x: 2}}", "- {target: $.*, update: {y: 3}}",
        "{a: {x: 1, y: 3}, b: {x: 2, y: 3}}"
      ),
      ("{a: {b: {}}}", "- {target: '$..*', update: {c: 1}}", "{a: {b: {c: 1}, c: 1}}"),
      ("{a: 1, b: 2}", "- {target: $.a, remove: true}", "{b: 2}"),
      ("{a: [1, 2, 3, 2]}", "- {target: '$.a[?@ == 2]', remove: true}", "{a: [1, 3]}"),
      ("{a: [1, 2]}", "- {target: '$.a[0, 0]', remove: true}", "{a: [2]}"),
      ("{a: {b: 1}}", "- {target: '$..*', remove: true}", "{}"),
      (
        "{a: [1, {c: 1}]}", "- {target: '$.a[*]', remove: true}\n- {target: $.a, update: 9}",
        "{a: [9]}"
      ),
      ("{a: 1}", "- {target: $.a, remove: true}\n- {target: $, update: {a: [2]}}", "{a: [2]}"),
      ("{a: {x: 1}, b: {y: 2}}", "- {target: $.b, copy: $.a}", "{a: {x: 1}, b: {y: 2, x: 1}}"),
      ("{a: {x: 1}}", "- {target: $, copy: $.a}", "{a: {x: 1}, x: 1}"),
      (
        "{a: {x: [1]}}", "- {target: $, update: {b: {}}}\n- {target: $.b, copy: $.a}",
        "{a: {x: [1]}, b: {x: [1]}}"
      ),
      ("{a: &x {n: 1}, b: *x}", "- {target: $.b, update: {n: 2}}", "{a: {n: 1}, b: {n: 2}}"),
      (
        "{\"\\u00e9\": 1}", "- {target: $, update: {\"e\\u0301\": 2}}",
        "{\"\\u00e9\": 1, \"e\\u0301\": 2}"
      ),
      ("{a: 1}", "- {target: $.a, remove: false, update: 2}", "{a: 2}"),
    ])
  func actions(_ document: String, actions: String, expected: String) throws {
    let outcome = try Outcome(document, overlays: [Self.overlay(actions)])
    #expect(outcome.text == (try normal(expected)))
    #expect(outcome.reported.isEmpty, "\(outcome.reported)")
  }

  @Test("Overlays apply in order")
  func order() throws {
    let outcome = try Outcome(
      "{a: 1}",
      overlays: [
        Self.overlay("- {target: $, update: {a: 2, b: {}}}"),
        Self.overlay("- {target: $.b, update: {c: 3}}\n- {target: $.a, remove: true}"),
      ])
    #expect(outcome.text == "b:\n  c: 3\n")
    #expect(outcome.node["b"]?.span.file.name == "overlay0.yaml")
    #expect(outcome.node["b"]?["c"]?.span.file.name == "overlay1.yaml")
  }

  @Test("Every value keeps its place, and large mappings their keys")
  func places() throws {
    let keys = (0..<100).map { "k\($0)" }
    let document =
      "big: {\(keys.map { "\($0): 1" }.joined(separator: ", "))}\nsmall: {\"\\u0041\": 1}\n"
    let new = keys.map { "\"\\u006e\($0)\": {v: 'x'}" }.joined(separator: ", ")
    let outcome = try Outcome(
      document, overlays: [Self.overlay("- {target: $.big, update: {\(new)}}")])
    let big = try #require(outcome.node["big"])
    #expect(big.members.count == 200)
    #expect(big.span.file.name == "api.yaml" && "\(big.span.start)" == "1:6")
    for key in keys {
      let old = try #require(big.member(key))
      #expect(old.keySpan.file.name == "api.yaml" && old.value.number == "1")
      let added = try #require(big.member("n" + key))
      #expect(added.keySpan.file.name == "overlay0.yaml" && added.keySpan.start.line == 4)
      #expect(added.value["v"]?.string == "x")
      #expect(added.value["v"]?.span.file.name == "overlay0.yaml")
    }
    #expect(big.member("nothing") == nil)
    #expect(outcome.node["small"]?["A"]?.number == "1")
  }

  @Test(
    "What is wrong with an overlay is told where it is",
    arguments: [
      """
      - a
      ^ error: an overlay is a mapping, not a sequence
      """,
      """
      openapi: 3.1.0
      ^ error: this is no overlay: this is an OpenAPI document
      """,
      """
      title: x
      ^ error: this is no overlay: it has no field 'overlay'
      """,
      """
      overlay: 2.0.0
               ^ error: only overlays of version 1.0 and 1.1 can be read
      """,
      """
      overlay: 1.2.0
      ^ warning: an Overlay Object needs the field 'info'
               ^ warning: this version is read as 1.1
      action: []
      ^ warning: an Overlay Object has no field 'action'; did you mean 'actions'?
      actions: []
               ^ warning: there are no actions
      """,
      """
      overlay: 1.0.0
      ^ error: an Overlay Object needs the field 'actions'
      info: {title: T}
            ^ warning: an overlay's Info Object needs the field 'version'
      extends: https://example.com/other.yaml
               ^ warning: this overlay is for another document than 'api.yaml'
      """,
      """
      overlay: 1.0.0
      info: {title: T, version: 1, x-more: 2}
      extends: ./folder/api.yaml
      x-more: 1
      actions:
        - 1
          ^ error: an Action Object is a mapping, not a number
        - update: {}
          ^ error: an Action Object needs the field 'target'
        - target: 1
                  ^ error: a JSONPath is a text, not a number
        - target: $.info
                  ^ warning: this action changes nothing
        - target: $.nothing.*
                  ^ warning: this matches nothing: there is no 'nothing'
          remove: true
        - target: "$.x-more"
                      ^ error: a name with this character is written in brackets: ['…']
          remove: true
        - target: $[?lenght(@)]
                     ^ error: JSONPath has no function 'lenght'; did you mean 'length'?
          remove: true
        - target: $
                  ^ error: the whole document can't be removed
          remove: true
          update: {}
          ^ warning: 'update' has no effect on what is removed
        - target: $
          remove: yes
                  ^ error: 'remove' is true or false, not a string
        - target: $
          update: {}
          copy: $.info
          ^ error: an action has either 'update' or 'copy'
          ^ warning: 'copy' is new in Overlay 1.1
        - target: $
          copy: $.info.*
          ^ warning: 'copy' is new in Overlay 1.1
                ^ error: 'copy' needs one value; this matches 2 values
        - target: $
          copy: $.none
          ^ warning: 'copy' is new in Overlay 1.1
                ^ error: 'copy' needs one value; this matches nothing
        - target: $
          updte: {}
          ^ warning: an Action Object has no field 'updte'; did you mean 'update'?
          remove: false
        - target: $.info
          update:
            title: {a: 1}
                   ^ error: a mapping can't be merged into a string
            version: null
        - target: $
          update: {info: null}
                         ^ warning: null leaves a mapping as it is; use 'remove' to take it away
        - target: $
          update: {info: [1]}
                         ^ error: a sequence can't be merged into a mapping
        - target: $.info.title
                  ^ warning: to change what is neither a mapping nor a sequence is new in Overlay 1.1
          update: U
      """,
    ])
  func diagnostics(_ marked: String) throws {
    let source = MarkedSource(marked)
    let outcome = try Outcome(
      "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n", overlays: [source.text])
    var expected = source.expected
    if let index = expected.firstIndex(where: { $0.hasSuffix("did you mean 'update'?") }) {
      // The action that is left without its change is told about, too.
      let line = try #require(expected[index].split(separator: ":").first.flatMap { Int($0) })
      expected.append("\(line - 1):13: warning: this action changes nothing")
    }
    #expect(outcome.reported == expected.sorted())
  }

  @Test("Both ends of a contradiction are told")
  func bothEnds() throws {
    let outcome = try Outcome(
      "{a: 1}", overlays: [Self.overlay("- {target: $, update: {a: {b: 1}}}")])
    let error = try #require(outcome.diagnostics.first)
    #expect(error.span?.file.name == "overlay0.yaml")
    #expect(error.notes.first?.span?.file.name == "api.yaml")
    #expect(error.notes.first?.span.map { "\($0.start)" } == "1:5")
    #expect(outcome.text == "a: 1\n")
  }

  @Test("A document can't be made endless")
  func doubling() throws {
    let actions = String(repeating: "- {target: $.a, copy: $}\n", count: 2_000)
    let deep = try Outcome("{a: {}}", overlays: [Self.overlay(actions)])
    #expect(deep.reported.contains { $0.hasSuffix("this makes the document too large") })
    let wide = String(repeating: "- {target: $.a, copy: $.a}\n", count: 64)
    let outcome = try Outcome("{a: [1]}", overlays: [Self.overlay(wide)])
    #expect(outcome.reported.contains { $0.hasSuffix("this makes the document too large") })
  }

  @Test("No query takes forever")
  func work() throws {
    let nested = String(repeating: "[", count: 400) + String(repeating: "]", count: 400)
    let outcome = try Outcome(
      "{a: \(nested)}", overlays: [Self.overlay("- {target: '$..*..*..*..*', remove: true}")])
    #expect(outcome.reported == ["4:12: error: this looks at too many values"])
  }

  @Test("What overlays bring counts as the document's own")
  func large() throws {
    let list = (0..<15_000).map { "{name: t\($0)}" }.joined(separator: ", ")
    let outcome = try Outcome(
      "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n",
      overlays: [Self.overlay("- {target: $, update: {tags: [\(list)]}}")])
    var diagnostics = Diagnostics()
    let document = try #require(Document.read(outcome.node, diagnostics: &diagnostics))
    #expect(document.tags.count == 15_000)
    #expect(diagnostics.all.map(\.message) == [])
  }

  @Test("A document is read with what overlays bring, and reported where that stands")
  func reading() throws {
    var diagnostics = Diagnostics()
    let outcome = try Outcome(
      "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n",
      overlays: [Self.overlay("- {target: $.info, update: {titel: U}}")])
    let document = try #require(Document.read(outcome.node, diagnostics: &diagnostics))
    #expect(document.info.title == "T")
    let warning = try #require(diagnostics.all.first)
    #expect(warning.span?.file.name == "overlay0.yaml")
    #expect(warning.span.map { "\($0.start)" } == "4:29")
  }
}
