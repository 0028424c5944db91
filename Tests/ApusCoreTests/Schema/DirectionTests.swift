import ApusCore
import Testing

@Suite("Values on their way")
struct DirectionTests {
  private static let limited: [Schema] = [
    Schema(
      .required("id", "secret"),
      .properties(
        Property("id", .type(.string), .readOnly()), Property("secret", .writeOnly()))),
    // The same, said elsewhere.
    Schema(
      .required("id", "secret"),
      .properties(Property("id", .ref(serverSide)), Property("secret", .allOf(clientSide)))),
    Schema(
      .allOf(
        Schema(.properties(Property("id", .readOnly()), Property("secret", clientSide)))),
      .required("id", "secret")),
  ]

  private static let serverSide = Schema(.type(.string), .readOnly())
  private static let clientSide = Schema(.type(.string), .writeOnly())

  @Test("have what their direction asks for", arguments: limited.indices)
  func required(index: Int) {
    let schema = Self.limited[index]
    let missing = { (text: String, direction: Direction?) in
      schema.violations(in: Array(text.utf8), direction: direction).map(\.expected)
    }
    let (noID, noSecret) = (#"a member "id""#, #"a member "secret""#)
    #expect(missing("{}", nil) == [noID, noSecret])
    #expect(missing("{}", .request) == [noSecret])
    #expect(missing("{}", .response) == [noID])
    #expect(missing(#"{"id":"a"}"#, .response).isEmpty)
    #expect(missing(#"{"secret":"a"}"#, .request).isEmpty)
    #expect(missing(#"{"id":"a","secret":"b"}"#, nil).isEmpty)
  }

  @Test("are checked all the same where they are there")
  func present() {
    let schema = Schema(
      .required("id"), .properties(Property("id", .type(.string), .readOnly())))
    #expect(schema.violations(in: Array(#"{"id":1}"#.utf8), direction: .request).count == 1)
  }

  @Test("whose schemas include themselves need a bounded time")
  func circles() {
    let violations = Circle.schema.violations(in: Array("{}".utf8), direction: .request)
    #expect(violations.contains { $0.expected == "a value nested less deeply" })
  }

  @Test("match the alternative that they do with what is missing")
  func alternatives() throws {
    let schema = Schema(
      .oneOf(
        Schema(
          .required("id", "a"), .properties(Property("id", .readOnly()))),
        Schema(.required("b"))))
    let branches = UnionBranches(oneOf: schema, .alternative(0), .alternative(1))
    #expect(try withJSON(#"{"a":1}"#) { try branches.branch(of: $0) } == 0)
    #expect(try withJSON(#"{"b":1}"#) { try branches.branch(of: $0) } == 1)
  }
}

extension DirectionTests {
  /// Schemas that ask for `id` in one place, and say in another that only the server sets it.
  private static let apart: [Schema] = [
    Schema(
      .allOf(
        Schema(.required("id")), Schema(.properties(Property("id", .readOnly()))))),
    Schema(.properties(Property("id", .readOnly())), .allOf(Schema(.required("id")))),
    Schema(
      .allOf(Schema(.allOf(Schema(.ref(requiring)))), Schema(.ref(describing)))),
    Schema(
      .ref(describing), .if(Schema(.required("a"))), .then(Schema()), .else(requiring)),
  ]

  private static let requiring = Schema(.required("id"))
  private static let describing = Schema(.properties(Property("id", serverSide)))

  @Test("are described by all schemas that they must satisfy", arguments: apart.indices)
  func elsewhere(index: Int) {
    for text in ["{}", #"[{"list":{}}]"#] {
      let inner = Self.apart[index]
      let schema =
        text == "{}" ? inner : Schema(.items(Schema(.properties(Property("list", .ref(inner))))))
      #expect(schema.violations(in: Array(text.utf8), direction: .request).isEmpty)
      #expect(schema.violations(in: Array(text.utf8), direction: .response).count == 1)
      #expect(schema.violations(in: Array(text.utf8)).count == 1)
    }
  }

  @Test("are told apart by what alternatives require, whoever sets it")
  func alternativesAround() {
    let schema = Schema(
      .properties(Property("id", .readOnly())),
      .oneOf(Schema(.required("id")), Schema(.required("name"))))
    #expect(schema.violations(in: Array(#"{"name":1}"#.utf8), direction: .request).isEmpty)
    #expect(schema.violations(in: Array("{}".utf8), direction: .request).count == 1)
  }
}

private enum Circle {
  static let schema: Schema = Schema(
    .allOf(Schema(.ref(Circle.schema)), Schema(.ref(Circle.schema))), .required("id"))
}
