import Testing

@testable import ApusChanges

@Suite("Changes of what operations share")
struct DocumentChangeTests {
  /// A change, and the rules that tell of it.
  struct Case: CustomTestStringConvertible {
    var old: String
    var new: String
    var rules: Set<String>
    var testDescription: String { "\(old) → \(new)" }

    init(_ old: String, _ new: String, _ rules: Set<String>) {
      (self.old, self.new, self.rules) = (old, new, rules)
    }
  }

  private static let done = "responses: {\"204\": {description: \"\"}}"
  private static let operation = "paths: {/a: {get: {\(done)}}}"

  private static func scheme(_ scheme: String) -> String {
    "components: {securitySchemes: {s: \(scheme)}}"
  }

  private static func flows(_ flows: String) -> String {
    scheme("{type: oauth2, flows: {\(flows)}}")
  }

  private static func flow(
    url: String = "/a", token: String = "/t", scopes: String = "r: \"\""
  ) -> String {
    "authorizationCode: {authorizationUrl: \(url), tokenUrl: \(token), scopes: {\(scopes)}}"
  }

  private static let password = "password: {tokenUrl: /t, scopes: {}}"
  private static let header = "{type: apiKey, name: k, in: header}"
  private static let basic = "{type: http, scheme: basic}"

  static let schemes: [Case] = [
    Case("", scheme(basic), ["api-security-component-added: "]),
    Case(scheme(basic), "", ["api-security-component-removed: "]),
    Case(scheme(header), scheme(basic), ["api-security-component-type-changed: clients servers"]),
    Case(
      scheme(header), scheme("{type: apiKey, name: other, in: header}"),
      ["api-security-component-changed: clients servers"]),
    Case(
      flows(flow()), flows("\(flow()), \(password)"), ["api-security-component-oauth-flow-added: "]),
    Case(
      flows("\(flow()), \(password)"), flows(flow()),
      ["api-security-component-oauth-flow-removed: clients"]),
    Case(
      flows(flow()), flows(flow(url: "/b")), ["api-security-component-oauth-url-changed: clients"]),
    Case(
      flows(flow()), flows(flow(token: "/b")),
      ["api-security-component-oauth-token-url-changed: clients"]),
    Case(
      flows(flow()), flows(flow(scopes: "r: \"\", w: \"\"")),
      ["api-security-component-oauth-scope-added: "]),
    Case(
      flows(flow(scopes: "r: \"\", w: \"\"")), flows(flow()),
      ["api-security-component-oauth-scope-removed: clients"]),
    Case(
      scheme(basic), scheme("{type: http, scheme: basic, description: Words}"),
      ["documentation-changed: "]),
  ]

  /// Two schemes, and what all operations ask for.
  private static func security(_ requirements: String) -> String {
    let schemes =
      "{a: \(header), o: {type: oauth2, flows: {password: {tokenUrl: /t, scopes: {r: \"\", w: \"\"}}}}}"
    return "security: \(requirements)\n\(operation)\ncomponents: {securitySchemes: \(schemes)}"
  }

  static let requirements: [Case] = [
    Case(security("[]"), security("[{a: []}]"), ["api-global-security-added: clients"]),
    Case(security("[{a: []}]"), security("[]"), ["api-global-security-removed: servers"]),
    Case(
      security("[{a: []}]"), security("[{a: []}, {o: [r]}]"), ["api-global-security-added: servers"]
    ),
    Case(
      security("[{a: []}, {o: [r]}]"), security("[{a: []}]"),
      ["api-global-security-removed: clients"]),
    Case(
      security("[{o: [r]}]"), security("[{o: [r, w]}]"),
      ["api-global-security-scope-added: clients"]),
    Case(
      security("[{o: [r, w]}]"), security("[{o: [w]}]"),
      ["api-global-security-scope-removed: servers"]),
  ]

  /// A response that a schema of some name describes.
  private static func using(_ name: String) -> String {
    let content = "{application/json: {schema: {$ref: \"#/components/schemas/\(name)\"}}}"
    return """
      paths: {/a: {get: {responses: {"200": {description: "", content: \(content)}}}}}
      components: {schemas: {\(name): {type: object, properties: {a: {type: string}}}}}
      """
  }

  static let others: [Case] = [
    Case("servers: [{url: /a}]", "servers: [{url: /a}, {url: /b}]", ["api-server-added: "]),
    Case(
      "servers: [{url: /a}, {url: /b}]", "servers: [{url: /a}]", ["api-server-removed: clients"]),
    Case(
      "servers: [{url: \"/{v}\", variables: {v: {default: a}}}]",
      "servers: [{url: \"/{v}\", variables: {v: {default: b}}}]",
      ["api-server-variable-default-changed: "]),
    Case(
      "servers: [{url: \"/{v}\", variables: {v: {default: a, enum: [a, b]}}}]",
      "servers: [{url: \"/{v}\", variables: {v: {default: a, enum: [a]}}}]",
      ["api-server-variable-value-removed: clients"]),
    Case(
      "servers: [{url: \"/{v}\", variables: {v: {default: a, enum: [a]}}}]",
      "servers: [{url: \"/{v}\", variables: {v: {default: a, enum: [a, b]}}}]",
      ["api-server-variable-value-added: "]),
    Case("", "tags: [{name: a}]", ["tag-added: "]),
    Case("tags: [{name: a}]", "", ["tag-removed: "]),
    Case("", "components: {schemas: {A: {type: string}}}", ["api-schema-added: "]),
    Case("components: {schemas: {A: {type: string}}}", "", ["api-schema-removed: "]),
    Case(
      using("B"),
      using("C"),
      ["api-schema-renamed: "]),
    Case(
      "paths: {/a: {get: {deprecated: true, \(done)}}}", "paths: {}",
      ["api-path-removed-with-deprecation: clients"]),
    Case(
      "paths: {/a: {get: {\(done)}, put: {\(done)}}}", operation,
      ["api-removed-without-deprecation: clients"]),
  ]

  private static func document(
    _ text: String, version: String = "3.1.0", edition: String = "1"
  ) -> String {
    let paths = text.contains("paths:") ? "" : "\npaths: {}"
    return """
      openapi: \(version)
      info: {title: Test, version: "\(edition)"}
      \(text)\(paths)
      """
  }

  /// The names of the rules that the cases expect.
  static var names: Set<String> {
    Set((schemes + requirements + others).flatMap(\.rules).map(Documents.name))
  }

  @Test("have the rule's name and break what they must", arguments: schemes + requirements + others)
  func rules(_ change: Case) throws {
    let rules = try Documents.rules(
      from: Self.document(change.old), to: Self.document(change.new))
    #expect(rules == change.rules)
  }

  @Test("tell of versions")
  func versions() throws {
    let rules = try Documents.rules(
      from: Self.document(""), to: Self.document("", version: "3.2.0", edition: "2"))
    #expect(rules == ["api-version-changed: ", "openapi-version-changed: "])
  }

  @Test("tell once what all operations ask for, and who they are")
  func security() throws {
    let paths = "paths: {/a: {get: {\(Self.done)}}, /b: {get: {\(Self.done)}}}"
    let schemes = "components: {securitySchemes: {a: \(Self.basic)}}"
    let old = Self.document("\(paths)\n\(schemes)")
    let new = Self.document("security: [{a: []}]\n\(paths)\n\(schemes)")
    let comparison = Comparison(of: try Documents.edition(old), with: try Documents.edition(new))
    let changes = comparison.changes(breaking: .wire)
    #expect(changes.map(\.rule) == ["api-global-security-added"])
    #expect(changes.first?.operations == ["GET /a", "GET /b"])
  }

  @Test("tell of what stands beside a reference")
  func besideReferences() throws {
    let components = "components: {schemas: {A: {type: string}, B: {properties: {a: SCHEMA}}}}"
    let document = { (schema: String) in
      Self.document(components.replacing("SCHEMA", with: schema))
    }
    let reference = "$ref: \"#/components/schemas/A\""
    let rules = try Documents.rules(
      from: document("{\(reference), description: One}"),
      to: document("{\(reference), description: Two, deprecated: true}"))
    #expect(rules == ["documentation-changed: ", "request-property-deprecated: "])
  }

  @Test("tell if there was too much to compare")
  func incomplete() throws {
    let text = Self.document("components: {schemas: {A: {type: string}, B: {type: string}}}")
    let old = try Documents.edition(text)
    let new = try Documents.edition(text.replacing("{type: string}", with: "{type: integer}"))
    let comparison = WireComparison(old.api.document, new.api.document, budget: 0)
    comparison.compareAll()
    #expect(comparison.changes.map(\.rule) == ["comparison-incomplete"])
    #expect(comparison.changes.map(\.breakage) == [.wire])
  }
}
