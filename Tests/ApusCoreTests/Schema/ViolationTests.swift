import ApusCore
import CancelRuns
import Testing

@Suite("What is said of a value that breaks rules")
struct ViolationTests {
  private static let megabyte = String(repeating: "ä", count: 1 << 19)

  /// A schema and a long text that breaks it.
  struct LongValue: CustomTestStringConvertible {
    let testDescription: String
    let rule: Rule
    let text: String

    init(_ rule: Rule, _ text: String) {
      testDescription = Swift.type(of: rule.keyword).name
      self.rule = rule
      self.text = text
    }
  }

  @Test(
    "is short, however long the value is",
    arguments: [
      LongValue(.const("a"), #""\#(megabyte)""#),
      LongValue(.propertyNames(Schema(.maxLength(1))), #"{"\#(megabyte)":1}"#),
      LongValue(.additionalProperties(Schema(.nothing())), #"{"\#(megabyte)":1}"#),
      LongValue(.maximum(1), String(repeating: "9", count: 1 << 20)),
      LongValue(.const(.string(megabyte)), "1"),
      LongValue(.pattern("^[a-z]*$"), #""\#(megabyte)""#),
      LongValue(.uniqueItems(true), #"["\#(megabyte)","\#(megabyte)"]"#),
    ])
  func isShort(value: LongValue) {
    let violations = Schema(value.rule).violations(in: Array(value.text.utf8))
    #expect(violations.count == 1)
    #expect(violations.allSatisfy { $0.description.utf8.count < 4_096 })
  }

  @Test("is short where a value has no place in a type")
  func isShortOfTypes() {
    let text = #"{"status":"all","run_ids":[],"\#(Self.megabyte)":1}"#
    let violations = [[String: Bool]].reading(json: Array("[{},\(text)]".utf8)).violations
    #expect(violations.map(\.instance) == ["/1/status"])
    let deep = [[String: Bool]].reading(json: Array(#"[{"\#(Self.megabyte)":1}]"#.utf8))
    #expect(deep.violations.map(\.instance) == ["/0"])
  }

  @Test("is no more than a thousand things and a last one, however many are wrong")
  func isCut() {
    let text = "[" + String(repeating: "1,", count: 100_000) + "1]"
    let strings = Schema(.items(Schema(.type(.string))))
    for schema in [strings, Schema(.oneOf(strings, Schema(.not(strings), .type(.string))))] {
      let violations = schema.violations(in: Array(text.utf8))
      #expect(violations.count <= 1_001)
      #expect(violations.last?.found == "more")
      #expect(violations.first != violations.last)
    }
  }

  @Test("is at most a few megabytes, however long the names are that lead to what is wrong")
  func isBounded() {
    let name = String(repeating: "n", count: 2_000)
    let text = (0..<5_000).map { #""\#(name)\#($0)":1"# }.joined(separator: ",")
    let violations = Schema(.additionalProperties(Schema(.type(.string))))
      .violations(in: Array("{\(text)}".utf8))
    #expect(violations.map(\.description.utf8.count).reduce(0, +) < 4 << 20)
    #expect(violations.last?.found == "more")
  }

  @Test("gives the reasons for elements and names that are not of the kind that is asked for")
  func innerReasons() {
    let contains = Schema(.contains(Schema(.type(.integer), .minimum(5))))
    let elements = contains.violations(in: Array(#"["a",4]"#.utf8))
    #expect(elements.map(\.message) == ["expected at least 1 elements of a kind, found 0"])
    #expect(
      elements.first?.causes.map(\.message)
        == ["/1: expected a number of at least 5, found 4", #"/0: expected an integer, found "a""#])
    #expect(elements.first?.causes.map(\.schema) == ["/contains/minimum", "/contains/type"])
    let names = Schema(.propertyNames(Schema(.maxLength(2), .pattern("^a"))))
      .violations(in: Array(#"{"a":1,"long":2}"#.utf8))
    #expect(names.map(\.message) == [#"expected names of members as documented, found "long""#])
    #expect(
      names.first?.causes.map(\.message)
        == [
          "expected at most 2 characters, found 4",
          #"expected text that matches "^a", found "long""#,
        ])
    #expect(
      names.first?.causes.map(\.schema) == ["/propertyNames/maxLength", "/propertyNames/pattern"])
  }

  @Test("begins, for alternatives, with the one that was meant")
  func nearestFirst() {
    func animal(_ kind: JSON, _ member: String) -> Schema {
      Schema(
        .type(.object), .required("kind", member),
        .properties(Property("kind", .const(kind)), Property(member, .type(.integer))))
    }
    let schema = Schema(
      .oneOf(
        Schema(.type(.string)), animal("dog", "age"), animal("cat", "lives"),
        animal("bird", "wings")))
    func nearest(_ text: String) -> String? {
      schema.violations(in: Array(text.utf8)).first?.causes.first?.schema
    }
    #expect(nearest(#"{"kind":"cat"}"#) == "/oneOf/2/required")
    #expect(nearest(#"{"kind":"bird","wings":"two"}"#) == "/oneOf/3/properties/wings/type")
    #expect(nearest(#"{"kind":"dog","lives":9,"wings":2}"#) == "/oneOf/1/required")
    #expect(nearest("1") == "/oneOf/0/type")
  }
}

@Suite("The validators of a type")
struct ValidatorTests {
  @Test(
    "say the same of a text, a parsed value and a value of the type, and by name",
    arguments: [(RunsCancel.status(.init(status: .all)), true), (tooMuch, false)])
  func agree(value: RunsCancel, isValid: Bool) throws {
    #expect(value.violations.isEmpty == isValid)
    #expect(RunsCancel.violations(in: value.json) == value.violations)
    try withJSON(value.json) { json in
      #expect(RunsCancel.violations(in: json) == value.violations)
    }
    let named = try #require(Schemas.named("RunsCancel"))
    #expect(named.violations(in: value.json) == value.violations)
    #expect(named.violations(of: value) == value.violations)
    #expect(named.violations(of: try JSON(json: value.json)) == value.violations)
    if isValid {
      try value.validate()
    } else {
      #expect(throws: InvalidValue.self) { try value.validate() }
    }
  }

  /// A value of the type that the document does not allow: it has what both alternatives require.
  private static let tooMuch = RunsCancel.status(
    .init(status: .all, threadID: nil, additionalProperties: ["thread_id": 1, "run_ids": []]))

  @Test("are not there for names that the document does not have", arguments: ["", "runsCancel"])
  func unknown(name: String) {
    #expect(Schemas.named(name) == nil)
  }
}
