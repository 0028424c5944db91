import Foundation
import Testing

@testable import apus

/// Bundles of documents in several files: they stand for the whole.
@Suite("bundle of several files, in this process")
struct BundledFilesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private static let head = "openapi: 3.1.0\ninfo: {title: Runs, version: 1.0.0}\n"

  /// Documents in several files, the entry as `api.yaml`.
  private static let documents: [[String: String]] = [
    [
      "api.yaml": head + """
        tags: [{name: runs, description: {$ref: 'paths/get.md'}}]
        paths:
          /runs: {$ref: 'paths/runs%20all.yaml', summary: Runs}
          /runs/{id}:
            parameters: {$ref: 'common.yaml#/lists/id'}
            get: {$ref: 'paths/get.yaml'}
        components:
          schemas:
            Run: {$ref: 'schemas/run.yaml'}
            Other: {$ref: 'schemas/run.yaml'}
            Limit: {type: string}
          parameters:
            Limit: {$ref: 'common.yaml#/parameters/Limit'}
        """,
      "paths/runs all.yaml": """
      parameters:
        - {$ref: '../common.yaml#/parameters/Limit'}
        - {$ref: '../common.yaml#/parameters/Offset'}
      get: {$ref: 'get.yaml'}
      """,
      "paths/get.yaml": """
      description: {$ref: 'get.md'}
      responses:
        '200': {$ref: '../common.yaml#/responses/Runs', description: All runs}
        '404': {$ref: '../common.yaml#/responses/None'}
      """,
      "paths/get.md": "Lists *runs*.\n",
      "common.yaml": """
      lists:
        id: [{name: id, in: path, required: true, schema: {type: string}}]
      parameters:
        Limit: {name: limit, in: query, schema: {$ref: '#/schemas/Limit'}}
        Offset: {name: offset, in: query, schema: {$ref: '#/schemas/Limit'}}
      responses:
        Runs:
          description: Runs
          content:
            application/json:
              schema: {type: array, items: {$ref: 'api.yaml#/components/schemas/Run'}}
        None:
          description: None
          headers: {x-id: {$ref: '#/headers/id'}}
          content:
            application/json: {schema: {$ref: 'schemas/problem.yaml'}}
      schemas:
        Limit: {type: integer, minimum: 1}
      headers:
        id: {schema: {type: string}}
      """,
      "schemas/run.yaml": """
      type: object
      properties:
        parent: {$ref: './run.yaml'}
        status: {$ref: 'status.json'}
        title: {$ref: 'problem-properties.yaml#/properties/title'}
        own: {$ref: '#name'}
      $defs:
        Name: {$anchor: name, type: string, maxLength: 5}
      """,
      "schemas/status.json": #"{"type": "string", "enum": ["pending", "done"]}"#,
      "schemas/problem.yaml": """
      type: object
      properties: {$ref: 'problem-properties.yaml#/properties'}
      """,
      "schemas/problem-properties.yaml": "properties: {title: {type: string, minLength: 1}}",
    ],
    [
      "api.yaml": head + """
        paths:
          /runs:
            get:
              parameters: [{$ref: 'lists/parameters.yaml#/All/Limit'}]
              responses: {'200': {description: Run, content: {application/json: {schema: {$ref: 'run.yaml'}}}}}
        components:
          schemas: {$ref: 'lists/schemas.yaml'}
          parameters: {$ref: 'lists/parameters.yaml#/All'}
        """,
      "lists/schemas.yaml":
        "Run: {$ref: '../run.yaml'}\nName: {type: string}\nSame: {$ref: '#/Name'}",
      "lists/parameters.yaml": """
      All:
        Limit: {$ref: '#/Limit'}
      Limit: {name: limit, in: query, schema: {type: integer}}
      """,
      "run.yaml":
        "type: object\nproperties: {name: {$ref: 'lists/schemas.yaml#/Name'}, run: {$ref: '#'}}",
    ],
    [
      "api.yaml": head + """
        components:
          schemas:
            Pet:
              discriminator:
                propertyName: kind
                mapping: {cat: 'pets.yaml#/Cat', dog: 'pets.yaml#/Dog'}
              oneOf: [{$ref: 'pets.yaml#/Cat'}, {$ref: 'pets.yaml#/Dog'}]
            Owner:
              $id: https://example.com/owner
              type: object
              properties:
                pet: {$ref: 'https://example.com/cat'}
                self: {$ref: '#'}
        """,
      "pets.yaml": """
      Cat: {$id: 'https://example.com/cat', type: object, required: [kind], properties: {kind: {const: cat}, owner: {$ref: owner}}}
      Dog: {type: object, required: [kind], properties: {kind: {const: dog}, friends: {type: array, items: {$ref: '#/Cat'}}}}
      """,
    ],
  ]

  @Test("They refer to nothing outside, and the same is generated from them", arguments: documents)
  func same(_ files: [String: String]) throws {
    for (name, text) in files { try folder.write("whole/\(name)", text) }
    let text = try expectSame(folder.path("whole/api.yaml"))
    let references = text.matches(of: #/\$ref: "?([^"\n]*)/#).map(\.output.1)
    #expect(!references.isEmpty && references.allSatisfy { $0.hasPrefix("#/") }, "\(text)")
  }

  @Test(
    "Documents of vendors", .enabled(if: Places.corpus != nil),
    arguments: [
      "matrix-content-repo/content-repo.yaml", "matrix-s2s-transactions/transactions.yaml",
      "opensearch/namespaces/ingest.yaml",
    ])
  func published(_ name: String) throws {
    try expectSame(try #require(Places.corpus) + "/\(name)", options: ["--allow-outside"])
  }

  /// Expects that a document's bundle is as good as the document, far from its other files, and
  /// gives the bundle.
  @discardableResult
  private func expectSame(_ document: String, options: [String] = []) throws -> String {
    let whole = Recording.run(
      words: ["generate", document, "--output", folder.path("a")] + options)
    #expect(whole.code == .success, "\(whole.errorOutput)")
    let name = URL(fileURLWithPath: document).lastPathComponent
    let path = folder.path("bundle/\(name)")
    try folder.write("bundle/\(name)", "")
    let bundle = Recording.run(words: ["bundle", document, "--output", path] + options)
    #expect(bundle.code == .success, "\(bundle.errorOutput)")
    let text = folder.read("bundle/\(name)") ?? ""
    let part = Recording.run("generate", path, "--output", folder.path("b"))
    #expect(part.code == .success, "\(part.errorOutput)\n\(text)")
    for name in ["Types.swift", "Coding.swift", "API.swift", "Client.swift", "Server.swift"] {
      #expect(folder.read("a/\(name)") == folder.read("b/\(name)"), "\(name)\n\(text)")
    }
    #expect(Recording.run("bundle", path).output == text)
    return text
  }

  @Test func overlaysCountFirst() throws {
    try folder.write(
      "api.yaml", Self.head + "components: {schemas: {A: {$ref: 'missing.yaml'}}}\n")
    try folder.write("a.yaml", "type: string\n")
    try folder.write(
      "overlay.yaml",
      """
      overlay: 1.0.0
      info: {title: Fix, version: 1.0.0}
      actions:
        - {target: $.components.schemas.A, update: {$ref: a.yaml}}
      """)
    let result = Recording.run(
      "bundle", folder.path("api.yaml"), "--overlay", folder.path("overlay.yaml"))
    #expect(result.code == .success, "\(result.errorOutput)")
    #expect(result.output.hasSuffix("components:\n  schemas:\n    A:\n      type: string\n"))
  }

  @Test func dynamicNamesInSeveralFilesAreRefused() throws {
    try folder.write(
      "api.yaml", Self.head + "components: {schemas: {A: {$dynamicAnchor: a, $ref: 'b.yaml'}}}")
    try folder.write("b.yaml", "{$dynamicAnchor: a, items: {$dynamicRef: '#a'}}")
    let result = Recording.run("bundle", folder.path("api.yaml"))
    #expect(result.code == .unusableDocument)
    #expect(result.errorOutput.contains("'$dynamicAnchor: a' is given 2 times"))
  }
}
