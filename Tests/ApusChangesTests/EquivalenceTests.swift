import ApusChanges
import Testing

/// Schemas that mean the same, however they are written.
@Suite("Documents that mean the same")
struct EquivalenceTests {
  struct Case: CustomTestStringConvertible {
    var old: String
    var new: String
    var schemas = "{}"
    var newSchemas: String?
    var oldVersion = "3.1.0"
    var testDescription: String { "\(old) ≡ \(new)" }
  }

  static let cases: [Case] = [
    Case(
      old: "{type: string, nullable: true}", new: "{type: [string, \"null\"]}", oldVersion: "3.0.3"),
    Case(old: "{type: [string, \"null\"]}", new: "{anyOf: [{type: string}, {type: \"null\"}]}"),
    Case(
      old: "{oneOf: [{$ref: \"#/components/schemas/A\"}, {type: \"null\"}]}",
      new: "{type: [object, \"null\"], properties: {a: {type: string}}}",
      schemas: "{A: {type: object, properties: {a: {type: string}}}}"),
    Case(
      old: "{type: integer, minimum: 1, exclusiveMinimum: true}",
      new: "{type: integer, exclusiveMinimum: 1}", oldVersion: "3.0.3"),
    Case(
      old: "{$ref: \"#/components/schemas/A\"}", new: "{$ref: \"#/components/schemas/B\"}",
      schemas: "{A: {type: object, properties: {a: {$ref: \"#/components/schemas/A\"}}}}",
      newSchemas: "{B: {type: object, properties: {a: {$ref: \"#/components/schemas/B\"}}}}"),
    Case(
      old: "{$ref: \"#/components/schemas/A\"}", new: "{type: string, maxLength: 5}",
      schemas: "{A: {type: string, maxLength: 5}}"),
    Case(
      old: "{allOf: [{$ref: \"#/components/schemas/A\"}, {required: [a]}]}",
      new: "{type: object, required: [a], properties: {a: {type: string}}}",
      schemas: "{A: {type: object, properties: {a: {type: string}}}}"),
    Case(
      old: "{type: object, properties: {a: {type: string}, b: {type: integer}}}",
      new: "{properties: {b: {type: integer}, a: {type: string}}, type: object}"),
    Case(old: "{enum: [a, b]}", new: "{enum: [b, a]}"),
    Case(old: "{enum: [a, b]}", new: "{oneOf: [{const: a}, {const: b}]}"),
    Case(old: "{anyOf: [{type: string}, {type: integer}]}", new: "{type: [string, integer]}"),
    Case(
      old: "{oneOf: [{type: string, maxLength: 1}, {type: array}]}",
      new: "{oneOf: [{type: array}, {type: string, maxLength: 1}]}"),
    Case(old: "{type: string, minLength: 0}", new: "{type: string}"),
    Case(old: "{type: object, properties: {}}", new: "{type: object}"),
    Case(old: "{properties: {a: {}}}", new: "{type: object, properties: {a: {}}}"),
    Case(old: "{type: number, maximum: 5}", new: "{type: number, maximum: 5.0}"),
    Case(old: "{}", new: "true"),
    Case(old: "{type: object, additionalProperties: true}", new: "{type: object}"),
    Case(
      old: "{type: object, properties: {a: {readOnly: true}}, required: [a]}",
      new: "{type: object, properties: {a: {readOnly: true}}, required: [a]}"),
  ]

  @Test("have no breaking differences", arguments: cases)
  func equivalent(_ same: Case) throws {
    let old = Documents.document(same.oldVersion, of: same.old, schemas: same.schemas)
    let new = Documents.document(of: same.new, schemas: same.newSchemas ?? same.schemas)
    for (before, after) in [(old, new), (new, old)] {
      let rules = try Documents.rules(from: before, to: after)
      #expect(rules.filter { !$0.hasSuffix(": ") }.isEmpty, "\(rules)")
    }
  }

  @Test("A document does not differ from itself", arguments: cases)
  func itself(_ same: Case) throws {
    let text = Documents.document(same.oldVersion, of: same.old, schemas: same.schemas)
    let edition = try Documents.edition(text)
    #expect(Comparison(of: edition, with: try Documents.edition(text)).changes.isEmpty)
  }
}
