import ApusCore
import ApusSource
import ApusYAML
import Testing

@testable import ApusOpenAPI

/// How schemas that are written in OpenAPI 3.0's way are brought into JSON Schema 2020-12's terms.
@Suite struct SchemaNotationTests {
  @Test(
    arguments: [
      ("{type: string, nullable: true}", ["type": ["string", "null"]]),
      ("{nullable: true, type: string}", ["type": ["string", "null"]]),
      ("{type: string, nullable: false}", ["type": "string"]),
      ("{type: [string, 'null'], nullable: true}", ["type": ["string", "null"]]),
      ("{minimum: 1, exclusiveMinimum: true}", ["exclusiveMinimum": 1]),
      ("{maximum: 1, exclusiveMaximum: true}", ["exclusiveMaximum": 1]),
      ("{minimum: 1, exclusiveMinimum: false}", ["minimum": 1]),
      ("{exclusiveMinimum: 1}", ["exclusiveMinimum": 1]),
      ("{nullable: text, exclusiveMinimum: x}", ["nullable": "text", "exclusiveMinimum": "x"]),
      ("{$ref: '#', description: Text}", ["$ref": "#", "description": "Text"]),
      ("{type: array, items: {nullable: true}}", ["type": "array", "items": ["nullable": true]]),
    ] as [(String, JSON)])
  func openAPI30(schema: String, normalised: JSON) throws {
    let result = try normalise(schema, in: .v30)
    #expect(result.members == normalised)
    #expect(result.findings == [])
  }

  @Test(
    arguments: [
      (
        OpenAPIVersion.v31, "{type: string, nullable: true}", ["type": ["string", "null"]],
        "'nullable' is OpenAPI 3.0's: write 'null' among the types"
      ),
      (
        .v30, "{type: string, nullable: 'true'}", ["type": ["string", "null"]],
        "'nullable' is a boolean, not a string"
      ),
      (
        .v30, "{exclusiveMinimum: true}", [:],
        "'exclusiveMinimum' has no effect without 'minimum' beside it"
      ),
      (.v30, "{nullable: true}", [:], "'nullable' has no effect without 'type' beside it"),
      (
        .v30, "{nullable: true, allOf: [{type: string}]}", ["allOf": [["type": "string"]]],
        "'nullable' has no effect without 'type' beside it"
      ),
      (
        .v30, "{enum: [a], nullable: true}", ["enum": ["a"]],
        "'nullable' has no effect without 'type' beside it"
      ),
      (
        .v30, "{$ref: '#', nullable: true}", ["$ref": "#"],
        "'nullable' has no effect beside '$ref' in OpenAPI 3.0"
      ),
      (
        .v31, "{minimum: 1, exclusiveMinimum: true}", ["exclusiveMinimum": 1],
        "'exclusiveMinimum' is a number since OpenAPI 3.1"
      ),
      (
        .v30, "{$ref: '#', required: [a]}", ["$ref": "#"],
        "'required' has no effect beside '$ref' in OpenAPI 3.0"
      ),
      (
        .v31, "{type: [string, null]}", ["type": ["string", "null"]],
        "the name of a type is a string: write '\"null\"'"
      ),
      (
        .v31, "{type: null}", ["type": ["null"]],
        "the name of a type is a string: write '\"null\"'"
      ),
    ] as [(OpenAPIVersion, String, JSON, String)])
  func reported(
    version: OpenAPIVersion, schema: String, normalised: JSON, message: String
  ) throws {
    let result = try normalise(schema, in: version)
    #expect(result.members == normalised)
    #expect(result.findings == [message])
  }

  @Test func siblingsOfReferencesCountSinceOpenAPI31() throws {
    let result = try normalise("{$ref: '#', required: [a]}", in: .v31)
    #expect(result.members == ["$ref": "#", "required": ["a"]])
    #expect(result.findings == [])
  }

  private func normalise(
    _ text: String, in version: OpenAPIVersion
  ) throws -> (members: JSON, findings: [String]) {
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "schema.yaml", bytes: Array(text.utf8))
    let node = try #require(DocumentReader.read(file, diagnostics: &diagnostics))
    let notation = SchemaNotation(of: version, from: node)
    var members: [SchemaMember] = []
    notation.addMembers(of: notation.value(node), in: .jsonSchema2020, to: &members)
    let json = Dictionary(
      uniqueKeysWithValues: members.map { member in
        let name = member.unit?.name ?? member.key.map(notation.name) ?? ""
        return (name, DocumentValue(in: notation, index: member.value).json)
      })
    return (.object(json), notation.findings.map(\.message))
  }
}
