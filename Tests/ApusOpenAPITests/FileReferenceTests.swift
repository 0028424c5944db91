import ApusCore
import ApusOpenAPI
import ApusSource
import ApusYAML
import Synchronization
import Testing

/// References from file to file.
@Suite struct FileReferenceTests {
  /// Reads `spec/api.yaml` among files in memory, and counts how often each is asked for.
  private func read(
    _ files: [String: String]
  ) -> (document: Document?, reported: [String], asked: [String: Int]) {
    let entry = SourceFile(name: "spec/api.yaml", bytes: Array((files["spec/api.yaml"] ?? "").utf8))
    let asked = Asked()
    var diagnostics = Diagnostics()
    let node = DocumentReader.read(entry, diagnostics: &diagnostics)
    let document = node.flatMap {
      Document.read(
        $0,
        files: { address in
          asked.note(address)
          guard let text = files[address] else {
            return .failure(UnavailableFile(reason: "there is no '\(address)'"))
          }
          return .success(SourceFile(name: address, bytes: Array(text.utf8)))
        }, diagnostics: &diagnostics)
    }
    let reported = diagnostics.all.map { diagnostic in
      let place = diagnostic.span.map { "\($0.file.name):\($0.start)" } ?? "-"
      return "\(place): \(diagnostic.severity): \(diagnostic.message)"
    }
    return (document, reported.sorted(), asked.counts)
  }

  private final class Asked: Sendable {
    private let state = Mutex<[String: Int]>([:])
    var counts: [String: Int] { state.withLock { $0 } }
    func note(_ address: String) { state.withLock { $0[address, default: 0] += 1 } }
  }

  private static let head = "openapi: 3.1.0\ninfo: {title: Runs, version: 1.0.0}\n"

  private func names(_ document: Document?) -> [String] {
    document?.namedSchemas.map { "\($0.name) \($0.schema.location?.pointer ?? "")" } ?? []
  }

  @Test func everyKindOfObject() throws {
    let files = [
      "spec/api.yaml": Self.head + """
        paths:
          /runs: {$ref: 'paths/runs%20all.yaml'}
        components:
          schemas:
            Run: {$ref: 'schemas/run.yaml'}
        """,
      "spec/paths/runs all.yaml": """
      parameters:
        - {$ref: '../common.yaml#/parameters/Limit'}
      get: {$ref: 'get.yaml'}
      """,
      "spec/paths/get.yaml": """
      operationId: listRuns
      description: {$ref: 'get.md'}
      responses:
        '200': {$ref: '../common.yaml#/responses/Runs'}
      """,
      "spec/paths/get.md": "# Lists runs\n",
      "spec/common.yaml": """
      parameters:
        Limit: {name: limit, in: query, schema: {$ref: '#/schemas/Limit'}}
      responses:
        Runs:
          description: Runs
          content:
            application/json:
              schema: {type: array, items: {$ref: 'api.yaml#/components/schemas/Run'}}
      schemas:
        Limit: {type: integer}
      """,
      "spec/schemas/run.yaml": """
      type: object
      properties:
        parent: {$ref: './run.yaml'}
        status: {$ref: 'status.json'}
      """,
      "spec/schemas/status.json": #"{"type": "string"}"#,
    ]
    let (document, reported, asked) = read(files)
    #expect(
      reported == [
        "spec/paths/get.yaml:2:21: warning: the standard allows no reference in place of a text",
        "spec/paths/runs all.yaml:3:13: warning: the standard allows no reference in place of an Operation Object",
      ])
    #expect(
      names(document) == [
        "Run schemas/run.yaml#", "Limit common.yaml#/schemas/Limit", "status schemas/status.json#",
      ])
    #expect(asked.values.allSatisfy { $0 == 1 })
    #expect(asked.count == files.count - 1)
    let operation = try #require(document?.operations.first)
    #expect(operation.description == "# Lists runs\n")
    #expect(operation.parameters.map(\.name) == ["limit"])
    let schema = operation.responses.first?.value.content.first?.value.schema
    let item = schema?[Items.self]?.schema[ApusCore.Reference.self]?.target.schema
    #expect(item != nil)
    #expect(item === document?.components.schemas["Run"])
    #expect(document?.nameSpan(at: "common.yaml#/schemas/Limit")?.start.line == 10)
    #expect(document?.outlines.map(\.pointer).last == "schemas/status.json#")
  }

  @Test func circlesAcrossFiles() {
    let (document, reported, _) = read([
      "spec/api.yaml": Self.head + "components:\n  schemas: {A: {$ref: 'a.yaml#/A'}}",
      "spec/a.yaml": "A: {properties: {b: {$ref: 'b.yaml#/B'}}}",
      "spec/b.yaml": "B: {properties: {a: {$ref: 'a.yaml#/A'}, api: {$ref: 'api.yaml'}}}",
    ])
    #expect(names(document) == ["A a.yaml#/A", "B b.yaml#/B"])
    #expect(reported.allSatisfy { $0.contains("keyword") })
    let circle = read([
      "spec/api.yaml": Self.head + "components:\n  parameters: {A: {$ref: 'a.yaml'}}",
      "spec/a.yaml": "$ref: b.yaml",
      "spec/b.yaml": "$ref: a.yaml",
    ])
    #expect(circle.reported.count == 1)
    #expect(circle.reported.first?.hasSuffix("this reference leads back to itself") == true)
  }

  @Test func everyFileHasItsOwnDialect() {
    let (document, reported, _) = read([
      "spec/api.yaml": """
      openapi: 3.0.0
      info: {title: Runs, version: 1.0.0}
      paths: {}
      components:
        schemas:
          Old: {type: string, nullable: true}
          New: {$ref: 'new.yaml#/components/schemas/New'}
      """,
      "spec/new.yaml": Self.head + "components:\n  schemas: {New: {type: string, nullable: true}}",
    ])
    #expect(
      reported == [
        "spec/new.yaml:4:33: warning: 'nullable' is OpenAPI 3.0's: write 'null' among the types"
      ])
    let types = document?.namedSchemas.compactMap { $0.schema[ApusCore.`Type`.self]?.names }
    #expect(types == [[.string, .null], [.string, .null]])
  }

  @Test(arguments: [
    (
      "missing.yaml#/A",
      "error: 'missing.yaml#/A' can't be followed: there is no 'spec/missing.yaml'"
    ),
    (
      "../../up.yaml", "error: '../../up.yaml' can't be followed: there is no '../up.yaml'"
    ),
    (
      "https://example.com/a/../b.yaml#/B",
      "error: 'https://example.com/a/../b.yaml#/B' can't be followed: "
        + "there is no 'https://example.com/b.yaml'"
    ),
    ("empty.yaml", "error: 'empty.yaml' leads to a file in which nothing can be read"),
    ("other.yaml#/Rums", "error: nothing is at 'other.yaml#/Rums'; did you mean 'Runs'?"),
  ])
  func unusable(reference: String, expected: String) {
    let (_, reported, _) = read([
      "spec/api.yaml": Self.head + "components:\n  responses:\n    A: {$ref: '\(reference)'}",
      "spec/other.yaml": "Runs: {description: Done}",
      "spec/empty.yaml": "\u{0}",
    ])
    #expect(reported.contains("spec/api.yaml:5:15: \(expected)"), "\(reported)")
  }

  @Test func namesAndKeptSchemas() {
    let (document, reported, _) = read([
      "spec/api.yaml": Self.head + """
        components:
          schemas:
            A: {$ref: 'a.yaml#name'}
            B: {$ref: '#own'}
            C: {$anchor: own, type: string}
            D: {items: {$ref: 'a.yaml'}}
        """,
      "spec/a.yaml": """
      properties:
        kept: {$ref: '#/$defs/Kept'}
        dynamic: {$dynamicRef: '#name'}
      $defs:
        Kept: {type: string}
        Named: {$dynamicAnchor: name, type: integer}
      """,
    ])
    #expect(reported == [])
    #expect(
      names(document) == [
        "A a.yaml#/$defs/Named", "B /components/schemas/B", "C /components/schemas/C",
        "D /components/schemas/D", "a a.yaml#", "Kept a.yaml#/$defs/Kept",
      ])
  }

  @Test func faultsAreReportedInTheirFiles() {
    let (_, reported, _) = read([
      "spec/api.yaml": Self.head + "components:\n  schemas: {Run: {$ref: 'run.yaml'}}",
      "spec/run.yaml": "properties:\n  a: {$ref: 'run.yaml#/b'}\n  c: {type: strin}",
    ])
    #expect(reported.count == 2)
    #expect(reported.first == "spec/run.yaml:2:13: error: nothing is at 'run.yaml#/b'")
    #expect(reported.last?.hasPrefix("spec/run.yaml:3:13: error: expected null") == true)
  }

  @Test func longChainsOfFiles() {
    var files = ["spec/api.yaml": Self.head + "components:\n  schemas: {A: {$ref: '0.yaml'}}"]
    for number in 0..<1_000 {
      files["spec/\(number).yaml"] = "items: {$ref: '\(number + 1).yaml'}"
    }
    files["spec/1000.yaml"] = "type: string"
    let (document, reported, _) = read(files)
    #expect(reported == [])
    #expect(document?.namedSchemas.count == 1_001)
  }
}
