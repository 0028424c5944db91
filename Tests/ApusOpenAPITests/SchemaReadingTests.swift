import ApusCore
import ApusOpenAPI
import Testing

/// How the schemas of a document hang together.
@Suite struct SchemaReadingTests {
  private static let text = """
    openapi: 3.1.0
    info: {title: Runs, version: 1.0.0}
    paths:
      /runs:
        post:
          requestBody:
            content:
              application/json:
                schema: {$ref: '#/components/schemas/Tree'}
          responses:
            '200':
              description: Done
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Tree/properties/name'}
            '201':
              description: Made
              content:
                application/json:
                  schema: {$ref: 'api.yaml#/x-schemas/Hidden'}
    components:
      schemas:
        Tree:
          type: object
          properties:
            name:
              type: string
            children:
              type: array
              items: {$ref: '#/components/schemas/Tree'}
    x-schemas:
      Hidden: {type: integer}
    """

  private func document() throws -> Document {
    let (document, reported) = MarkedSource(Self.text).read()
    #expect(reported == [])
    return try #require(document)
  }

  private func target(of schema: Schema?) -> Schema? {
    schema?[ApusCore.Reference.self]?.target.schema
  }

  @Test func referencesLeadToTheSchemasThemselves() throws {
    let document = try document()
    let tree = try #require(document.components.schemas["Tree"])
    let operation = try #require(document.operations.first)
    #expect(target(of: operation.requestBody?.content.first?.value.schema) === tree)
    let name = tree[Properties.self]?.properties.first?.schema
    #expect(target(of: operation.responses.first?.value.content.first?.value.schema) === name)
    let children = tree[Properties.self]?.properties.last?.schema
    #expect(target(of: children?[Items.self]?.schema) === tree)
    #expect(document.schema(at: "/components/schemas/Tree/properties/name") === name)
  }

  @Test func schemasThatReferencesAloneLeadToAreRead() throws {
    let document = try document()
    let response = try #require(document.operations.first?.responses.last?.value)
    let hidden = try #require(target(of: response.content.first?.value.schema))
    #expect(hidden.location?.pointer == "/x-schemas/Hidden")
    #expect(hidden[ApusCore.`Type`.self]?.names == [.integer])
  }

  @Test func placesAreFoundByPointer() throws {
    let document = try document()
    #expect(document.span(at: "/components/schemas/Tree/properties/name")?.start.line == 27)
    #expect(document.nameSpan(at: "/components/schemas/Tree/properties/name")?.start.line == 26)
    #expect(document.span(at: "/components/schemas/Bush") == nil)
    #expect(document.span(at: "components") == nil)
  }

  @Test func outlinesFollowTheDocument() throws {
    let outline = try #require(try document().outline(at: "/components/schemas/Tree"))
    #expect(outline.line == 23)
    #expect(outline.lineCount == 8)
    #expect(
      outline.parts.map { "\(String(repeating: " ", count: $0.depth))\($0.key) \($0.line)" } == [
        " type 24", " properties 25", "  name 26", "   type 27", "  children 28", "   type 29",
        "   items 30", "    $ref 30",
      ])
    #expect(
      try document().outlines.map(\.pointer).suffix(2)
        == ["/components/schemas/Tree", "/x-schemas/Hidden"])
  }

  @Test(arguments: [
    """
    Run: {type: objekt}
                ^ error: expected null, boolean, object, array, number, string or integer, or a list of these, as the value of 'type'
    """,
    """
    Run: {$ref: '#/components/schemas/Rum'}
                ^ error: nothing is at '#/components/schemas/Rum'
    """,
    """
    Runs: {$ref: '#/components/schemas/Rums'}
                 ^ error: nothing is at '#/components/schemas/Rums'; did you mean 'Runs'?
    """,
    """
    A: {$ref: '#/components/schemas/B'}
    B: {$ref: '#/components/schemas/C'}
              ^ error: this reference leads back to itself
    C: {$ref: '#/components/schemas/B'}
    """,
    """
    Run: {$ref: 'runs.yaml#/Run'}
                ^ error: 'runs.yaml#/Run' refers to another file, and only this document is read
    """,
    """
    Run: text
         ^ error: expected a schema: a mapping, true or false
    """,
  ])
  func reported(schemas: String) {
    let indented = schemas.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    let source = MarkedSource(
      "openapi: 3.1.0\ninfo: {title: Runs, version: 1.0.0}\ncomponents:\n  schemas:\n" + indented)
    #expect(source.read().reported == source.expected)
  }
}
