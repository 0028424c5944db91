import ApusSource
import Foundation
import Testing

@testable import ApusChanges
@testable import apus

/// Small changes, and for each the rules that must tell what it does to Swift source. Programs that
/// use all that is generated for the old document in every way must compile with what is generated
/// for the new one exactly if no rule says that source breaks.
@Suite("Each rule about Swift source")
struct SourceRuleTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var old: String
    var new: String
    var rules: Set<SourceRule>
    var testDescription: String { name }
  }

  private static func document(paths: String = "{}", components: String = "{}") -> String {
    """
    openapi: 3.1.0
    info: {title: Test, version: "1"}
    paths: \(paths)
    components: \(components)

    """
  }

  /// A change of a schema that messages have both ways.
  private static func schema(
    _ name: String, _ old: String, _ new: String, others: String = "", _ rules: Set<SourceRule>
  ) -> Case {
    let content = "content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}"
    let paths =
      "{/s: {post: {operationId: s, requestBody: {required: true, \(content)}, responses: {'200': {description: '', \(content)}}}}}"
    return Case(
      name: name, old: document(paths: paths, components: "{schemas: {S: \(old), \(others)}}"),
      new: document(paths: paths, components: "{schemas: {S: \(new), \(others)}}"), rules: rules)
  }

  /// A change of a schema that only requests have.
  private static func sent(
    _ name: String, _ old: String, _ new: String, _ rules: Set<SourceRule>
  ) -> Case {
    let paths =
      "{/s: {post: {operationId: s, requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}, \(done)}}}"
    return Case(
      name: name, old: document(paths: paths, components: "{schemas: {S: \(old)}}"),
      new: document(paths: paths, components: "{schemas: {S: \(new)}}"), rules: rules)
  }

  /// A change of an operation.
  private static func operation(
    _ name: String, _ old: String, _ new: String, _ rules: Set<SourceRule>
  ) -> Case {
    let components =
      "{securitySchemes: {key: {type: apiKey, name: K, in: header}, token: {type: http, scheme: bearer}}}"
    let paths = { (operation: String) in "{/a: {post: {operationId: a, \(operation)}}}" }
    return Case(
      name: name, old: document(paths: paths(old), components: components),
      new: document(paths: paths(new), components: components), rules: rules)
  }

  private static let done = "responses: {'204': {description: ''}}"
  private static let text = "schema: {type: string}"

  private static func object(_ properties: String, required: String = "") -> String {
    "{type: object, required: [\(required)], properties: {\(properties)}}"
  }

  private static let types: [Case] = [
    schema(
      "a property more", object("a: {type: string}"),
      object("a: {type: string}, b: {type: string}"), [.callExtended, .declarationAdded]),
    schema(
      "a property less", object("a: {type: string}, b: {type: string}"),
      object("a: {type: string}"), [.callChanged, .declarationRemoved]),
    schema(
      "a property is needed", object("a: {type: string}"),
      object("a: {type: string}", required: "a"), [.callChanged, .typeChanged]),
    schema(
      "a property is not needed", object("a: {type: string}", required: "a"),
      object("a: {type: string}"), [.callExtended, .typeChanged]),
    schema(
      "a property of another type", object("a: {type: string}"), object("a: {type: integer}"),
      [.callChanged, .typeChanged]),
    schema(
      "a property that may be null", object("a: {type: string}", required: "a"),
      object("a: {type: [string, 'null']}", required: "a"), [.callExtended, .typeChanged]),
    schema(
      "a property is deprecated", object("a: {type: string}"),
      object("a: {type: string, deprecated: true}"), [.callExtended, .deprecated]),
    schema(
      "a property is not deprecated", object("a: {type: string, deprecated: true}"),
      object("a: {type: string}"), [.callExtended, .reactivated]),
    schema(
      "properties in another order", object("a: {type: string}, b: {type: string}"),
      object("b: {type: string}, a: {type: string}"), [.callChanged]),
    schema(
      "a property with a default", object("a: {type: string}"),
      object("a: {type: string, default: x}"), [.callChanged, .typeChanged]),
    schema(
      "a property with a constant", object("a: {type: string}", required: "a"),
      object("a: {const: x}", required: "a"), [.callChanged, .declarationAdded, .typeChanged]),
    schema(
      "a property that is only read", object("a: {type: string}"),
      object("a: {type: string, readOnly: true}"), []),
    schema(
      "a closed object", object("a: {type: string}"),
      "{type: object, additionalProperties: false, properties: {a: {type: string}}}",
      [.callChanged, .declarationRemoved]),
    schema(
      "members of a type", object("a: {type: string}"),
      "{type: object, additionalProperties: {type: string}, properties: {a: {type: string}}}",
      [.callChanged, .typeChanged]),
    schema(
      "a format", object("a: {type: string}"), object("a: {type: string, format: uuid}"),
      [.callChanged, .typeChanged]),
    schema("a limit", object("a: {type: string}"), object("a: {type: string, maxLength: 5}"), []),
    schema(
      "a value more", "{type: string, enum: [a, b]}", "{type: string, enum: [a, b, c]}",
      [.declarationAdded]),
    schema(
      "a value less", "{type: string, enum: [a, b]}", "{type: string, enum: [a]}",
      [.declarationRemoved]),
    schema(
      "an enumeration of text", "{type: string}", "{type: string, enum: [a]}",
      [.declarationRemoved, .typeChanged]),
    schema(
      "an enumeration in a property", object("a: {type: string, enum: [x]}"),
      object("a: {type: string, enum: [x, y]}"), [.declarationAdded]),
    schema(
      "an object is a list", object("a: {type: string}"), "{type: array, items: {type: string}}",
      [.declarationAdded, .typeChanged]),
    schema(
      "a list of others", "{type: array, items: {type: string}}",
      "{type: array, items: {type: integer}}", [.typeChanged]),
    schema(
      "an alternative more", "{oneOf: [{type: string}, {type: integer}]}",
      "{oneOf: [{type: string}, {type: integer}, {type: boolean}]}", [.caseAdded]),
    schema(
      "an alternative less", "{oneOf: [{type: string}, {type: integer}, {type: boolean}]}",
      "{oneOf: [{type: string}, {type: integer}]}", [.declarationRemoved]),
    schema(
      "an alternative of another type", "{oneOf: [{title: A, type: string}, {type: integer}]}",
      "{oneOf: [{title: A, type: boolean}, {type: integer}]}", [.typeChanged]),
    schema(
      "an object is a union", object("a: {type: string}"),
      "{oneOf: [{type: string}, {type: integer}]}", [.typeChanged]),
    schema(
      "an enumeration is a union", "{type: string, enum: [string, integer]}",
      "{oneOf: [{type: string}, {type: integer}]}", [.typeChanged]),
    schema(
      "a type inside", object("a: {type: object, properties: {b: {type: string}}}"),
      object("a: {type: object, properties: {b: {type: integer}}}"), [.callChanged, .typeChanged]),
    schema(
      "a title", object("a: {title: Old, type: object, properties: {b: {type: string}}}"),
      object("a: {title: New, type: object, properties: {b: {type: string}}}"), []),
    schema(
      "a schema more", object("a: {type: string}"), object("a: {$ref: '#/components/schemas/T'}"),
      others: "T: {type: string, enum: [a]}", [.callChanged, .typeChanged]),
    schema(
      "other words", object("a: {type: string}"), object("a: {type: string, description: Words}"),
      []),
  ]

  private static let sentTypes: [Case] = [
    sent(
      "a value more in requests", "{type: string, enum: [a, b]}", "{type: string, enum: [a, b, c]}",
      [.caseAdded]),
    sent(
      "values that are alternatives", "{type: string, enum: [string, integer]}",
      "{oneOf: [{type: string}, {type: integer}]}",
      [.conformanceRemoved, .declarationAdded, .declarationRemoved, .typeChanged]),
  ]

  private static let operations: [Case] = [
    operation(
      "a parameter more", done, "parameters: [{name: q, in: query, \(text)}], \(done)",
      [.requirementChanged]),
    operation(
      "a needed parameter more", done,
      "parameters: [{name: q, in: query, required: true, \(text)}], \(done)", [.requirementChanged]),
    operation(
      "a parameter less", "parameters: [{name: q, in: query, \(text)}], \(done)", done,
      [.requirementChanged]),
    operation(
      "a body more", done, "requestBody: {content: {application/json: {\(text)}}}, \(done)",
      [.requirementChanged]),
    operation(
      "a body is needed", "requestBody: {content: {application/json: {\(text)}}}, \(done)",
      "requestBody: {required: true, content: {application/json: {\(text)}}}, \(done)",
      [.requirementChanged]),
    operation(
      "another media type",
      "requestBody: {required: true, content: {application/json: {\(text)}}}, \(done)",
      "requestBody: {required: true, content: {application/json: {\(text)}, text/plain: {\(text)}}}, \(done)",
      [.declarationAdded, .requirementChanged]),
    operation(
      "another success", done, "responses: {'204': {description: ''}, '202': {description: ''}}",
      [.declarationAdded, .requirementChanged]),
    operation(
      "a success with a body", done,
      "responses: {'200': {description: '', content: {application/json: {\(text)}}}}",
      [.requirementChanged]),
    operation(
      "a failure more", done, "responses: {'204': {description: ''}, '404': {description: ''}}",
      [.caseAdded]),
    operation(
      "a failure less", "responses: {'204': {description: ''}, '404': {description: ''}}", done,
      [.declarationRemoved]),
    operation(
      "a failure with a body", "responses: {'204': {description: ''}, '404': {description: ''}}",
      "responses: {'204': {description: ''}, '404': {description: '', content: {application/json: {\(text)}}}}",
      [.typeChanged]),
    operation(
      "a header more",
      "responses: {'200': {description: '', content: {application/json: {\(text)}}}}",
      "responses: {'200': {description: '', headers: {X-A: {\(text)}}, content: {application/json: {\(text)}}}}",
      [.declarationAdded, .requirementChanged]),
    operation(
      "credentials", done, "security: [{key: []}], \(done)", [.callChanged, .declarationAdded]),
    operation(
      "no credentials", "security: [{key: []}], \(done)", done, [.callChanged, .declarationRemoved]),
    operation(
      "credentials or others", "security: [{key: []}], \(done)",
      "security: [{key: []}, {token: []}], \(done)",
      [.callExtended, .declarationAdded, .requirementAdded]),
    operation(
      "credentials or not others", "security: [{key: []}, {token: []}], \(done)",
      "security: [{key: []}], \(done)", [.callChanged, .declarationRemoved]),
    operation(
      "credentials and others", "security: [{key: []}], \(done)",
      "security: [{key: [], token: []}], \(done)",
      [.callExtended, .declarationAdded, .requirementChanged]),
    operation(
      "credentials or none", "security: [{key: []}], \(done)", "security: [{key: []}, {}], \(done)",
      [.callChanged]),
    operation("a tag", "tags: [x], \(done)", "tags: [y], \(done)", [.declarationRenamed]),
    operation("an operation is deprecated", done, "deprecated: true, \(done)", []),
    operation("a server", done, "servers: [{url: 'https://a.example'}], \(done)", []),
    operation(
      "a callback", done,
      "callbacks: {c: {'{$request.body#/u}': {post: {operationId: c, \(done)}}}}, \(done)",
      [.declarationAdded]),
    Case(
      name: "another operation",
      old: document(paths: "{/a: {get: {operationId: a, \(done)}}}"),
      new: document(
        paths: "{/a: {get: {operationId: a, \(done)}, put: {operationId: b, \(done)}}}"),
      rules: [.declarationAdded, .requirementAdded]),
    Case(
      name: "an operation less",
      old: document(
        paths: "{/a: {get: {operationId: a, \(done)}, put: {operationId: b, \(done)}}}"),
      new: document(paths: "{/a: {get: {operationId: a, \(done)}}}"), rules: [.declarationRemoved]),
    Case(
      name: "an operation of another name",
      old: document(paths: "{/a: {get: {operationId: a, \(done)}}}"),
      new: document(paths: "{/a: {get: {operationId: b, \(done)}}}"), rules: [.declarationRenamed]),
    Case(
      name: "a schema of another name",
      old: document(
        components:
          "{schemas: {A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}, B: {type: object, properties: {c: {type: string}}}}}"
      ),
      new: document(
        components:
          "{schemas: {A: {type: object, properties: {b: {$ref: '#/components/schemas/C'}}}, C: {type: object, properties: {c: {type: string}}}}}"
      ), rules: [.declarationRenamed]),
  ]

  static let cases = types + sentTypes + operations

  /// What is deprecated can still be used.
  private static let options = ["-wmo", "-Wwarning", "DeprecatedDeclaration"]

  private static func namespace(_ index: Int) -> String { "Case\(index)" }

  private static func edition(_ text: String) throws -> Edition {
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "d.yaml", bytes: Array(text.utf8))
    return try #require(
      Pipeline.edition(
        DocumentSources(document: file), settings: Settings(), diagnostics: &diagnostics))
  }

  @Test("has a case", arguments: SourceRule.allCases)
  func coverage(_ rule: SourceRule) {
    #expect(Self.cases.contains { $0.rules.contains(rule) })
  }

  @Test("tells of what it is about, and no other does", arguments: cases)
  func told(_ change: Case) throws {
    let comparison = Comparison(
      of: try Self.edition(change.old), with: try Self.edition(change.new))
    let rules = comparison.changes.compactMap { SourceRule(rawValue: $0.rule) }
    #expect(Set(rules) == change.rules)
  }

  @Test("is what the compiler says", .enabled(if: TypeCheck.isPossible, TypeCheck.reason))
  func compiler() async throws {
    let folder = try TemporaryFolder()
    var files: (old: [String], new: [String], programs: [String]) = ([], [], [])
    for (index, change) in Self.cases.enumerated() {
      let name = Self.namespace(index)
      for (edition, text) in [("old", change.old), ("new", change.new)] {
        try text.write(toFile: folder.path("\(name).yaml"), atomically: true, encoding: .utf8)
        let result = Recording.run(
          "generate", folder.path("\(name).yaml"), "--namespace", name, "--files", "one",
          "--output", folder.path("\(edition)\(index)"))
        #expect(result.code == .success, "\(change.name): \(result.errorOutput)")
      }
      files.old.append(folder.path("old\(index)/\(name)+API.swift"))
      files.new.append(folder.path("new\(index)/\(name)+API.swift"))
      let declarations = DeclarationReader.declarations(in: try Self.edition(change.old).files)
      let uses = DeclarationUses(declarations, in: name)
      let program = folder.path("\(name)Uses.swift")
      try uses.file.write(toFile: program, atomically: true, encoding: .utf8)
      files.programs.append(program)
    }
    let before = try await TypeCheck.complaints(files.old + files.programs, isolation: Self.options)
    #expect(!before.contains(": error: "))
    let complaints = try await TypeCheck.complaints(
      files.new + files.programs, isolation: Self.options)
    let errors = complaints.split(separator: "\n").filter { $0.contains(": error: ") }
    for (index, change) in Self.cases.enumerated() {
      let isBroken = errors.contains { $0.contains("/\(Self.namespace(index))Uses.swift:") }
      let comparison = Comparison(
        of: try Self.edition(change.old), with: try Self.edition(change.new))
      let told = comparison.changes(breaking: .source)
      #expect(isBroken == !told.isEmpty, "\(change.name): \(told.map(\.message))")
    }
  }
}
