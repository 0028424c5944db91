import ApusCore
import ApusOpenAPI
import ApusSource
import ApusYAML
import Testing

@testable import ApusModel

/// Two schemas, as JSON.
struct Pair: CustomTestStringConvertible {
  let left: String
  let right: String

  init(_ left: String, _ right: String) {
    (self.left, self.right) = (left, right)
  }

  var testDescription: String { "\(left) and \(right)" }

  /// The schemas, and the document without which their references lead to nothing.
  func conjunctions() throws -> (Conjunction, Conjunction, Document) {
    let text = """
      {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {},
       "components": {"schemas": {"A": \(left), "B": \(right)}}}
      """
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "document.json", bytes: Array(text.utf8))
    let node = try #require(DocumentReader.read(file, diagnostics: &diagnostics))
    let document = try #require(Document.read(node, diagnostics: &diagnostics))
    let schemas = document.namedSchemas.map(\.schema)
    try #require(schemas.count == 2)
    return (Conjunction([schemas[0]]), Conjunction([schemas[1]]), document)
  }
}

@Suite("Whether a value satisfies two schemas")
struct DisjointnessTests {
  @Test(
    "is known where none does",
    arguments: [
      Pair(#"{"type": "string"}"#, #"{"type": "integer"}"#),
      Pair(#"{"type": ["string", "null"]}"#, #"{"type": ["array", "object"]}"#),
      Pair(#"{"const": 1}"#, #"{"enum": [2, "1"]}"#),
      Pair(#"{"enum": ["a", "b"]}"#, #"{"type": "string", "pattern": "^c"}"#),
      Pair(#"{"type": "integer", "maximum": 9}"#, #"{"type": "number", "exclusiveMinimum": 9}"#),
      Pair(#"{"type": "string", "maxLength": 3}"#, #"{"type": "string", "minLength": 4}"#),
      Pair(
        #"{"type": "object", "required": ["t"], "properties": {"t": {"const": "a"}}}"#,
        #"{"type": "object", "properties": {"t": {"const": "b"}}}"#),
      Pair(
        #"{"type": "object", "required": ["x"]}"#,
        #"{"type": "object", "properties": {"y": {}}, "additionalProperties": false}"#),
      Pair(
        #"{"type": "object", "required": ["x"]}"#,
        #"{"type": "object", "not": {"required": ["x"]}}"#),
      Pair(
        #"{"type": "array", "minItems": 1, "items": {"type": "string"}}"#,
        #"{"type": "array", "items": {"type": "boolean"}}"#),
      Pair(
        #"{"type": "boolean", "enum": [true]}"#, #"{"type": "boolean", "not": {"const": true}}"#),
      Pair(
        #"{"type": "object", "required": ["k"], "properties": {"k": {"type": "integer"}}}"#,
        #"{"type": "object", "patternProperties": {"^k": {"type": "string"}}}"#),
      Pair(
        #"{"oneOf": [{"type": "string"}, {"type": "integer"}]}"#, #"{"type": ["object", "null"]}"#),
    ])
  func disjoint(pair: Pair) throws {
    let (left, right, document) = try pair.conjunctions()
    defer { withExtendedLifetime(document) {} }
    let proofs = Disjointness(facts: SchemaFacts())
    #expect(proofs.reason(left, right) != nil)
    #expect(proofs.reason(right, left) != nil)
    var search = WitnessSearch(facts: SchemaFacts())
    let witness = search.value(of: left.adding(right.schema))
    #expect(witness == nil)
  }

  @Test(
    "is shown by one that does",
    arguments: [
      Pair(#"{"type": "number"}"#, #"{"type": "integer", "minimum": 3}"#),
      Pair(#"{"type": "object", "required": ["a"]}"#, #"{"type": "object", "required": ["b"]}"#),
      Pair(#"{"properties": {"a": {"const": 1}}}"#, #"{"properties": {"a": {"const": 2}}}"#),
      Pair(
        #"{"type": "object", "properties": {"t": {"const": "a"}}}"#,
        #"{"type": "object", "properties": {"t": {"const": "b"}}}"#),
      Pair(
        #"{"type": "array", "items": {"type": "string"}}"#,
        #"{"type": "array", "items": {"type": "boolean"}}"#),
      Pair(#"{"type": "string", "maxLength": 3}"#, #"{"type": "string", "minLength": 3}"#),
      Pair(#"{"type": "integer", "maximum": 9}"#, #"{"type": "integer", "minimum": 9}"#),
      Pair(#"{"enum": ["a", "b"]}"#, #"{"type": "string", "pattern": "^b"}"#),
      Pair(
        #"{"type": "object", "required": ["x"], "properties": {"x": {"format": "uuid"}}}"#,
        #"{"type": "object", "properties": {"x": {"type": "string", "minLength": 2}}}"#),
      Pair(
        #"{"type": "object", "required": ["k"]}"#,
        #"{"type": "object", "patternProperties": {"^k": {}}, "additionalProperties": false}"#),
      Pair(
        #"{"allOf": [{"required": ["a"]}, {"properties": {"a": {"type": "array", "minItems": 2}}}]}"#,
        #"{"anyOf": [{"type": "string"}, {"type": "object"}]}"#),
    ])
  func overlapping(pair: Pair) throws {
    let (left, right, document) = try pair.conjunctions()
    defer { withExtendedLifetime(document) {} }
    let proofs = Disjointness(facts: SchemaFacts())
    #expect(proofs.reason(left, right) == nil)
    #expect(proofs.reason(right, left) == nil)
    var search = WitnessSearch(facts: SchemaFacts())
    let found = search.value(of: left.adding(right.schema))
    let witness = try #require(found)
    let text = witness.json
    #expect(left.schema.violations(in: text).isEmpty && right.schema.violations(in: text).isEmpty)
  }

  @Test("takes an end whatever the schemas are")
  func recursive() throws {
    let itself = ##"{"$ref": "#/components/schemas/A"}"##
    let tree = #"{"type": "object", "required": ["a"], "properties": {"a": \#(itself)}}"#
    let (left, right, document) = try Pair(tree, itself).conjunctions()
    defer { withExtendedLifetime(document) {} }
    #expect(Disjointness(facts: SchemaFacts()).reason(left, right) == nil)
    var search = WitnessSearch(facts: SchemaFacts())
    let witness = search.value(of: left.adding(right.schema))
    #expect(witness == nil)
  }
}
