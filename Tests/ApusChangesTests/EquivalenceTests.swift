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
    // What stands beside a value, and what it is not.
    Case(
      old: "{not: {$ref: \"#/components/schemas/A\"}}", new: "{not: {type: string, maxLength: 5}}",
      schemas: "{A: {type: string, maxLength: 5}}"),
    Case(
      old: "{not: {type: string, nullable: true}}", new: "{not: {type: [string, \"null\"]}}",
      oldVersion: "3.0.3"),
    Case(
      old: "{allOf: [{not: {type: string}}, {not: {type: array}}]}",
      new: "{allOf: [{not: {type: array}}, {not: {type: [string]}}]}"),
    Case(
      old: "{if: {properties: {a: {enum: [1]}}}, then: {$ref: \"#/components/schemas/A\"}}",
      new: "{if: {properties: {a: {const: 1}}}, then: {allOf: [{minProperties: 2}]}}",
      schemas: "{A: {minProperties: 2}}"),
    Case(
      old: "{propertyNames: {$ref: \"#/components/schemas/A\"}, type: object}",
      new: "{propertyNames: {maxLength: 5, type: string}, type: object}",
      schemas: "{A: {type: string, maxLength: 5}}"),
    Case(
      old: "{dependentSchemas: {a: {$ref: \"#/components/schemas/A\"}}}",
      new: "{dependentSchemas: {a: {maxProperties: 5}}}", schemas: "{A: {maxProperties: 5}}"),
    Case(
      old: "{type: array, contains: {enum: [a, b]}}", new: "{type: array, contains: {enum: [b, a]}}"
    ),
    // Schemas that mean the same only if they do.
    Case(
      old: "{$ref: \"#/components/schemas/A\"}", new: "{$ref: \"#/components/schemas/A\"}",
      schemas: "{A: {not: {properties: {a: {$ref: \"#/components/schemas/A\"}}}}}",
      newSchemas: """
        {A: {not: {properties: {a: {$ref: \"#/components/schemas/B\"}}}},
          B: {allOf: [{not: {properties: {a: {$ref: \"#/components/schemas/A\"}}}}]}}
        """),
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

  /// Schemas that differ in what they say of a value as a whole.
  static let others: [(old: String, new: String)] = [
    ("{not: {type: string}}", "{not: {type: [string, \"null\"]}}"),
    ("{allOf: [{not: {type: string}}, {not: {type: array}}]}", "{not: {type: string}}"),
    (
      "{allOf: [{not: {required: [a]}}, {not: {required: [b]}}]}",
      "{not: {allOf: [{required: [a]}, {required: [b]}]}}"
    ),
    ("{not: {properties: {a: {type: string}}}}", "{not: {properties: {b: {type: string}}}}"),
    (
      "{oneOf: [{properties: {a: {type: string}}}, {properties: {b: {type: string}}}]}",
      "{oneOf: [{properties: {a: {type: string}}}, {properties: {c: {type: string}}}]}"
    ),
    ("{propertyNames: {maxLength: 5}}", "{propertyNames: {maxLength: 6}}"),
  ]

  @Test("Schemas that don't mean the same have breaking differences", arguments: others)
  func different(_ old: String, _ new: String) throws {
    for (before, after) in [(old, new), (new, old)] {
      let rules = try Documents.rules(
        from: Documents.document(of: before), to: Documents.document(of: after))
      #expect(rules.contains { !$0.hasSuffix(": ") }, "\(rules)")
    }
  }

  @Test("A document does not differ from itself", arguments: cases)
  func itself(_ same: Case) throws {
    let text = Documents.document(same.oldVersion, of: same.old, schemas: same.schemas)
    let edition = try Documents.edition(text)
    #expect(Comparison(of: edition, with: try Documents.edition(text)).changes.isEmpty)
  }
}
