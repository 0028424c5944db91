import ApusCore
import Testing

@Suite("The keywords with patterns")
struct PatternKeywordTests {
  private func messages(_ schema: Schema, _ text: String) -> [String] {
    schema.violations(in: Array(text.utf8)).map(\.message)
  }

  @Test("pattern: a string must match, and nothing else")
  func pattern() {
    let schema = Schema(.pattern("^a+$"))
    #expect(messages(schema, #""aaa""#) == [])
    #expect(messages(schema, #""\u0061a""#) == [])
    #expect(messages(schema, "5") == [])
    #expect(
      messages(schema, #""ab""#) == [#"expected text that matches "^a+$", found "ab""#])
  }

  @Test("pattern: one that can't be read refuses every string")
  func unreadable() {
    #expect(
      messages(Schema(.pattern("a(")), #""a""#) == [
        #"expected a regular expression of ECMA-262 ("a(" is none: at character 2, "#
          + #"the group is not closed), found "a""#
      ])
    #expect(messages(Schema(.patternProperties(Property("a("))), "{}").count == 1)
    #expect(messages(Schema(.patternProperties(Property("a("))), "[]").isEmpty)
  }

  @Test("patternProperties: members whose names match must satisfy the schema")
  func patternProperties() {
    let schema = Schema(
      .patternProperties(Property("^x-", .type(.string)), Property("n$", .type(.integer))))
    #expect(messages(schema, #"{"x-a": "b", "on": 1, "other": null}"#) == [])
    #expect(messages(schema, #"["x-a"]"#) == [])
    #expect(
      messages(schema, #"{"x-a": 1, "on": "a", "x-n": "both"}"#).map { $0.prefix(5) } == [
        "/x-a:", "/on: ", "/x-n:",
      ])
  }

  @Test("additionalProperties: leaves alone what patternProperties beside it matches")
  func additionalProperties() {
    let schema = Schema(
      .properties(Property("id")), .patternProperties(Property("^x-")),
      .additionalProperties(Schema(.type(.null))))
    #expect(messages(schema, #"{"id": 1, "x-a": 1, "z": null}"#) == [])
    #expect(messages(schema, #"{"id": 1, "x-a": 1, "z": 1}"#).count == 1)
  }

  @Test("a document's unreadable pattern is an error, one that is not linear a warning")
  func problems() throws {
    var reader = SchemaReader(
      document: SchemaDocument(file: "a.yaml"), dialect: .jsonSchema2020, resolve: { _, _ in nil })
    let schema = reader.read(
      SchemaText.value([
        "properties": ["a": ["pattern": "a("], "b": ["pattern": "(a)\\1"]],
        "patternProperties": ["[z-a]": [:], "^x": ["type": "string"]],
      ]), at: "")
    let problems = reader.problems.map { ($0.keyword ?? "", $0.isError) }.sorted { $0.0 < $1.0 }
    #expect(problems.map(\.0) == ["pattern", "pattern", "patternProperties"])
    #expect(problems.filter(\.1).count == 2)
    #expect(messages(schema, #"{"x": "text", "a": "(", "z": 1}"#) == [])
    #expect(messages(schema, #"{"x": 1}"#).count == 1)
  }
}
