import ApusCore
import ApusOpenAPI
import ApusSource
import ApusYAML
import Testing

/// Schemas that have URIs and plain names, and references to these.
@Suite struct IdentifierTests {
  private func read(_ files: [String: String]) -> (document: Document?, reported: [String]) {
    let entry = SourceFile(name: "api.yaml", bytes: Array((files["api.yaml"] ?? "").utf8))
    var diagnostics = Diagnostics()
    let document = DocumentReader.read(entry, diagnostics: &diagnostics).flatMap {
      Document.read(
        $0,
        files: { address in
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
    return (document, reported.sorted())
  }

  private static let head = "openapi: 3.2.0\ninfo: {title: Runs, version: 1.0.0}\n"

  /// Where the reference of the schema `A` leads.
  private func target(_ document: Document?) -> String? {
    document?.components.schemas["A"]?[ApusCore.Reference.self]?.target.pointer
  }

  @Test(arguments: [
    ("https://example.com/run", "/components/schemas/Run"),
    ("https://example.com/x/../run#", "/components/schemas/Run"),
    ("https://example.com/run#/properties/a", "/components/schemas/Run/properties/a"),
    ("https://example.com/run#name", "/components/schemas/Run/properties/a"),
    ("https://example.com/deep/inner", "/components/schemas/Run/properties/b"),
    ("https://example.com/deep/inner#name", "/components/schemas/Run/properties/b/items"),
    ("https://example.com/run#/properties/b/items", "/components/schemas/Run/properties/b/items"),
    ("relative", "/components/schemas/Relative"),
  ])
  func leads(reference: String, to pointer: String) {
    let (document, reported) = read([
      "api.yaml": Self.head + """
        components:
          schemas:
            A: {$ref: '\(reference)'}
            Run:
              $id: https://example.com/run
              properties:
                a: {$anchor: name}
                b: {$id: deep/inner, items: {$anchor: name}}
                c: {$ref: '#/properties/a'}
                d: {$ref: deep/inner}
              enum: [{$id: https://example.com/deep/inner}]
            Relative: {$id: relative}
        """
    ])
    #expect(reported == [])
    #expect(target(document) == pointer)
  }

  @Test func documentsNameThemselves() {
    let (document, reported) = read([
      "api.yaml": Self.head + """
        $self: https://example.com/api/openapi.yaml
        components:
          schemas:
            A: {$ref: 'https://example.com/api/openapi.yaml#/components/schemas/B'}
            B: {properties: {c: {$ref: 'openapi.yaml#/components/schemas/C'}}}
            C: {properties: {mapped: {$ref: mapped.yaml}, beside: {$ref: beside.yaml}}}
        """,
      "https://example.com/api/mapped.yaml": "type: string",
      "mapped.yaml": "type: integer",
      "beside.yaml": "type: string",
    ])
    #expect(target(document) == "/components/schemas/B")
    #expect(
      document?.namedSchemas.compactMap(\.schema.location?.pointer).suffix(2) == [
        "beside.yaml#", "https://example.com/api/mapped.yaml#",
      ])
    #expect(
      reported == [
        "api.yaml:8:66: warning: 'https://example.com/api/beside.yaml' isn't given: "
          + "the file 'beside.yaml' is taken for it"
      ])
  }

  @Test func pointersFromTheDocumentInSchemasWithURIs() {
    let (document, reported) = read([
      "api.yaml": Self.head + """
        components:
          schemas:
            A: {$id: https://example.com/a, $ref: '#/components/schemas/B'}
            B: {type: string}
        """
    ])
    #expect(target(document) == "/components/schemas/B")
    #expect(
      reported == [
        "api.yaml:5:43: warning: '#' is the schema with an '$id' around it, where nothing is at "
          + "'/components/schemas/B': the document is taken for it"
      ])
  }

  @Test func namesAreGivenOnce() {
    let (_, reported) = read([
      "api.yaml": Self.head + """
        components:
          schemas:
            A: {$ref: '#name'}
            B: {$anchor: name, type: string}
            C: {$anchor: name, type: integer}
            D: {$id: urn:example:d}
            E: {$id: 'urn:example:d#'}
        """
    ])
    #expect(
      reported == [
        "api.yaml:7:5: warning: a second schema is named 'name': references lead to the first",
        "api.yaml:9:5: warning: a second schema has the URI 'urn:example:d': "
          + "references lead to the first",
      ])
  }

  @Test func longWaysOut() {
    let depth = 200
    let inner = (0..<depth).map { "{$id: 'level\($0)/', items: " }.joined()
    let (document, reported) = read([
      "api.yaml": Self.head + "components:\n  schemas:\n    A: " + inner
        + "{$ref: '#'}" + String(repeating: "}", count: depth)
    ])
    #expect(document != nil)
    #expect(reported == [])
  }
}
