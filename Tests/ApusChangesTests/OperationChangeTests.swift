import ApusChanges
import Testing

@Suite("Changes of operations")
struct OperationChangeTests {
  struct Case: CustomTestStringConvertible {
    var old: String
    var new: String
    var components = "{}"
    var newComponents: String?
    var rules: Set<String>
    var testDescription: String { "\(old) → \(new)" }

    init(
      _ old: String, _ new: String, components: String = "{}", newComponents: String? = nil,
      _ rules: Set<String>
    ) {
      (self.old, self.new, self.components) = (old, new, components)
      (self.newComponents, self.rules) = (newComponents, rules)
    }
  }

  private static func parameters(_ list: String) -> String {
    "{parameters: [\(list)], responses: {\"204\": {description: \"\"}}}"
  }

  private static func responses(_ map: String) -> String { "{responses: {\(map)}}" }

  private static func body(_ body: String) -> String {
    "{requestBody: \(body), responses: {\"204\": {description: \"\"}}}"
  }

  /// A body of one part with these header fields.
  private static func partHeaders(_ headers: String) -> String {
    body(
      "{content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}, encoding: {a: {headers: {\(headers)}}}}}}"
    )
  }

  /// A body of one part that has parts itself, which are written so.
  private static func nestedPart(_ encodings: String) -> String {
    body(
      "{content: {multipart/form-data: {schema: {type: object, properties: {a: {type: array}}}, encoding: {a: {contentType: multipart/mixed, \(encodings)}}}}}"
    )
  }

  private static let text = "schema: {type: string}"
  private static let optional = "{name: q, in: query, \(text)}"
  private static let required = "{name: q, in: query, required: true, \(text)}"

  static let requests: [Case] = [
    Case(
      parameters("{name: q, in: query, deprecated: true, \(text)}"), parameters(""),
      ["request-parameter-removed-with-deprecation: clients"]),
    Case(
      parameters("{name: q, in: query, deprecated: true, \(text)}"), parameters(optional),
      ["request-parameter-reactivated: "]),
    Case(
      parameters(optional), parameters("{name: q, in: query, allowEmptyValue: true, \(text)}"),
      ["request-parameter-empty-value-allowed: servers"]),
    Case(
      parameters("{name: q, in: query, allowEmptyValue: true, \(text)}"), parameters(optional),
      ["request-parameter-empty-value-refused: clients"]),
    Case(
      body(
        "{content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}}}}"
      ),
      body(
        "{content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}, encoding: {a: {contentType: text/html}}}}}"
      ),
      ["request-body-encoding-changed: clients servers"]),
    Case(partHeaders(""), partHeaders("X: {schema: {}}"), ["new-optional-request-header: "]),
    Case(
      partHeaders(""), partHeaders("X: {required: true, schema: {}}"),
      ["new-required-request-header: clients"]),
    Case(
      partHeaders("X: {schema: {type: string}}"), partHeaders("x: {schema: {type: integer}}"),
      ["request-header-type-changed: clients servers"]),
    Case(
      partHeaders("X: {required: true, schema: {}}"), partHeaders("X: {schema: {}}"),
      ["request-header-became-optional: servers"]),
    Case(partHeaders("X: {schema: {}}"), partHeaders(""), ["request-header-removed: clients"]),
    Case(
      nestedPart("encoding: {b: {contentType: text/html}}"),
      nestedPart("encoding: {b: {contentType: text/csv}}"),
      ["request-body-encoding-changed: clients servers"]),
    Case(
      nestedPart("prefixEncoding: [{contentType: text/html}]"),
      nestedPart("prefixEncoding: [{contentType: text/html}, {contentType: text/csv}]"),
      ["request-body-encoding-changed: clients servers"]),
    Case(
      nestedPart("itemEncoding: {headers: {X: {schema: {type: string}}}}"),
      nestedPart("itemEncoding: {headers: {X: {schema: {type: string, maxLength: 1}}}}"),
      ["request-header-max-length-set: clients"]),
    Case(parameters(""), parameters(optional), ["new-optional-request-parameter: "]),
    Case(parameters(""), parameters(required), ["new-required-request-parameter: clients"]),
    Case(parameters(optional), parameters(""), ["request-parameter-removed: clients"]),
    Case(parameters(required), parameters(""), ["request-parameter-removed: clients servers"]),
    Case(
      parameters(optional), parameters(required), ["request-parameter-became-required: clients"]),
    Case(
      parameters(required), parameters(optional), ["request-parameter-became-optional: servers"]),
    Case(
      parameters(optional), parameters("{name: q, in: query, explode: false, \(text)}"),
      ["request-parameter-style-changed: clients servers"]),
    Case(
      parameters(optional), parameters("{name: q, in: query, deprecated: true, \(text)}"),
      ["request-parameter-deprecated: "]),
    Case(
      parameters("{name: X-A, in: header, \(text)}"),
      parameters("{name: x-a, in: header, \(text)}"), []),
    Case(
      parameters(optional),
      parameters("{name: q, in: query, content: {application/json: {\(text)}}}"),
      ["request-parameter-media-type-changed: clients servers"]),
    Case(
      parameters(optional),
      parameters("{$ref: \"#/components/parameters/Q\"}"),
      newComponents: "{parameters: {Q: \(required)}}",
      ["request-parameter-became-required: clients"]),
    Case(
      body("{content: {text/plain: {\(text)}}}"),
      body("{required: true, content: {text/plain: {\(text)}}}"),
      ["request-body-became-required: clients"]),
    Case(
      body("{content: {text/plain: {\(text)}}}"),
      body("{content: {text/plain: {\(text)}, application/json: {\(text)}}}"),
      ["request-body-media-type-added: servers"]),
    Case(
      body("{content: {text/plain: {\(text)}}}"), body("{content: {application/json: {\(text)}}}"),
      ["request-body-media-type-added: servers", "request-body-media-type-removed: clients"]),
    Case(
      parameters(""), body("{content: {text/plain: {\(text)}}}"),
      ["request-body-added-optional: "]),
    Case(
      parameters(""), body("{required: true, content: {text/plain: {\(text)}}}"),
      ["request-body-added-required: clients"]),
    Case(
      body("{content: {text/plain: {\(text)}}}"), parameters(""), ["request-body-removed: clients"]),
  ]

  private static let ok = "\"200\": {description: \"\"}"
  private static let keys =
    "{securitySchemes: {a: {type: apiKey, name: k, in: header}, b: {type: http, scheme: basic}, o: {type: oauth2, flows: {password: {tokenUrl: /t, scopes: {r: \"\", w: \"\"}}}}}}"

  static let answers: [Case] = [
    Case(
      responses("\"200\": {description: \"\", content: {text/plain: {\(text)}}}"),
      responses(
        "\"200\": {description: \"\", content: {text/plain: {\(text)}, application/json: {\(text)}}}"
      ), ["response-media-type-added: "]),
    Case(
      responses(ok), responses("\"200\": {description: \"\", headers: {X-A: {\(text)}}}"),
      ["response-header-added: "]),
    Case(
      responses(ok), responses("\"200\": {description: \"\", links: {l: {operationId: a}}}"),
      ["response-link-added: "]),
    Case(
      responses("\"200\": {description: \"\", links: {l: {operationId: a}}}"), responses(ok),
      ["response-link-removed: "]),
    Case(
      responses("\"200\": {description: \"\", links: {l: {operationId: a}}}"),
      responses("\"200\": {description: \"\", links: {l: {operationId: b}}}"),
      ["response-link-changed: "]),
    Case(
      responses(ok), responses("\(ok), \"201\": {description: \"\"}"),
      ["response-success-status-added: clients"]),
    Case(
      responses("\(ok), \"201\": {description: \"\"}"), responses(ok),
      ["response-success-status-removed: clients servers"]),
    Case(
      responses(ok), responses("\(ok), \"404\": {description: \"\"}"),
      ["response-non-success-status-added: "]),
    Case(
      responses("\(ok), \"404\": {description: \"\"}"), responses(ok),
      ["response-non-success-status-removed: "]),
    Case(
      responses("\(ok), \"404\": {description: \"\"}"),
      responses("\(ok), default: {description: \"\"}"), ["response-non-success-status-added: "]),
    Case(
      responses("\"200\": {description: \"\", headers: {X-A: {required: true, \(text)}}}"),
      responses(ok), ["required-response-header-removed: clients"]),
    Case(
      responses("\"200\": {description: \"\", headers: {X-A: {\(text)}}}"), responses(ok),
      ["optional-response-header-removed: "]),
    Case(
      responses("\"200\": {description: \"\", headers: {X-A: {required: true, \(text)}}}"),
      responses("\"200\": {description: \"\", headers: {x-a: {\(text)}}}"),
      ["response-header-became-optional: clients"]),
    Case(
      responses(
        "\"200\": {description: \"\", content: {text/plain: {\(text)}, application/json: {\(text)}}}"
      ),
      responses("\"200\": {description: \"\", content: {text/plain: {\(text)}}}"),
      ["response-media-type-removed: clients"]),
  ]

  /// A callback, with what the server sends and what it is answered.
  private static func callback(_ sent: String = "{}", _ answer: String = "{}") -> String {
    let content = { (schema: String) in "content: {application/json: {schema: \(schema)}}" }
    return """
      callbacks: {c: {/x: {post: {requestBody: {\(content(sent))},
        responses: {"200": {description: "", \(content(answer))}}}}}}
      """
  }

  /// Properties of what goes to callbacks, or comes from them, that only go one way.
  static let turnedDirections: [Case] = [true, false].flatMap { isRequired -> [Case] in
    let schema = { (keyword: String, says: Bool) in
      "{type: object, \(isRequired ? "required: [a], " : "")properties: {a: {type: string, \(keyword): \(says)}}}"
    }
    let word = isRequired ? "required" : "optional"
    return [true, false].flatMap { isNow -> [Case] in
      let verb = isNow ? "became" : "became-not"
      let sent = { (says: Bool) in
        "{\(callback(schema("writeOnly", says))), responses: {\(ok)}}"
      }
      let answered = { (says: Bool) in
        "{\(callback("{}", schema("readOnly", says))), responses: {\(ok)}}"
      }
      let broken = isRequired ? (isNow ? ("clients", "servers") : ("servers", "clients")) : ("", "")
      return [
        Case(
          sent(!isNow), sent(isNow),
          ["request-\(word)-property-\(verb)-write-only: \(broken.0)"]),
        Case(
          answered(!isNow), answered(isNow),
          ["response-\(word)-property-\(verb)-read-only: \(broken.1)"]),
      ]
    }
  }

  static let callbacks: [Case] = [
    Case(
      "{responses: {\(ok)}}", "{\(callback()), responses: {\(ok)}}",
      ["callback-added: "]),
    Case(
      "{\(callback()), responses: {\(ok)}}", "{responses: {\(ok)}}",
      ["callback-removed: clients"]),
  ]

  /// A change of which values tell alternatives apart.
  private static func mapping(_ old: String, _ new: String, _ rules: Set<String>) -> Case {
    let answer = { (mapping: String) in
      let schema =
        "{oneOf: [{$ref: \"#/components/schemas/A\"}, {$ref: \"#/components/schemas/B\"}], discriminator: {propertyName: k, mapping: {\(mapping)}}}"
      return responses(
        "\"200\": {description: \"\", content: {application/json: {schema: \(schema)}}}")
    }
    let alternative = { (name: String) in
      "{type: object, required: [k, \(name)], properties: {k: {type: string}, \(name): {type: string}}}"
    }
    return Case(
      answer(old), answer(new),
      components: "{schemas: {A: \(alternative("a")), B: \(alternative("b"))}}", rules)
  }

  private static let first = "\"#/components/schemas/A\""
  private static let second = "\"#/components/schemas/B\""

  static let mappings: [Case] = [
    mapping(
      "x: \(first)", "x: \(first), y: \(second)",
      ["response-body-discriminator-mapping-added: clients"]),
    mapping(
      "x: \(first), y: \(second)", "x: \(first)",
      ["response-body-discriminator-mapping-deleted: servers"]),
    mapping(
      "x: \(first)", "x: \(second)",
      ["response-body-discriminator-mapping-changed: clients servers"]),
  ]

  static let others: [Case] =
    mappings + callbacks + turnedDirections + [
      Case(
        "{responses: {\(ok)}}", "{operationId: a, responses: {\(ok)}}", ["api-operation-id-added: "]
      ),
      Case(
        "{deprecated: true, x-sunset: 2030-01-01, responses: {\(ok)}}",
        "{deprecated: true, x-sunset: 2031-01-01, responses: {\(ok)}}",
        ["api-sunset-date-changed: "]),
      Case(
        "{security: [{a: []}], \(ok.isEmpty ? "" : "responses: {\(ok)}")}",
        "{security: [{a: []}, {b: []}], responses: {\(ok)}}", components: keys,
        ["api-security-added: servers"]),
      Case(
        "{security: [{a: []}, {b: []}], responses: {\(ok)}}",
        "{security: [{a: []}], responses: {\(ok)}}", components: keys,
        ["api-security-removed: clients"]),
      Case(
        "{responses: {\(ok)}}", "{security: [{a: []}], responses: {\(ok)}}", components: keys,
        ["api-security-added: clients"]),
      Case(
        "{security: [{a: []}], responses: {\(ok)}}", "{responses: {\(ok)}}", components: keys,
        ["api-security-removed: servers"]),
      Case(
        "{security: [{o: [r]}], responses: {\(ok)}}",
        "{security: [{o: [r, w]}], responses: {\(ok)}}",
        components: keys, ["api-security-scope-added: clients"]),
      Case(
        "{security: [{o: [r, w]}], responses: {\(ok)}}",
        "{security: [{o: [w]}], responses: {\(ok)}}",
        components: keys, ["api-security-scope-removed: servers"]),
      Case(
        "{operationId: a, responses: {\(ok)}}", "{operationId: b, responses: {\(ok)}}",
        ["api-operation-id-removed: "]),
      Case(
        "{tags: [a], responses: {\(ok)}}", "{tags: [b], responses: {\(ok)}}",
        ["api-tag-removed: ", "api-tag-added: "]),
      Case(
        "{responses: {\(ok)}}", "{deprecated: true, responses: {\(ok)}}", ["endpoint-deprecated: "]),
      Case(
        "{deprecated: true, responses: {\(ok)}}", "{responses: {\(ok)}}", ["endpoint-reactivated: "]
      ),
      Case(
        "{responses: {\(ok)}}", "{deprecated: true, x-sunset: 2030-01-01, responses: {\(ok)}}",
        ["endpoint-deprecated-with-sunset: "]),
      Case(
        "{deprecated: true, x-sunset: 2030-01-01, responses: {\(ok)}}",
        "{deprecated: true, responses: {\(ok)}}", ["sunset-deleted: "]),
      Case(
        "{responses: {\(ok)}}", "{responses: {\(ok)}, servers: [{url: /b}]}",
        ["api-server-added: "]),
      Case(
        "{callbacks: {c: {/x: {post: {requestBody: {content: {text/plain: {schema: {type: string}}}}, responses: {\(ok)}}}}}, responses: {\(ok)}}",
        "{callbacks: {c: {/x: {post: {requestBody: {content: {text/plain: {schema: {type: string, maxLength: 5}}}}, responses: {\(ok)}}}}}, responses: {\(ok)}}",
        // The server sends it.
        ["request-body-max-length-set: servers"]),
    ]

  /// The names of the rules that the cases expect.
  static var names: Set<String> {
    Set((requests + answers + others).flatMap(\.rules).map(Documents.name))
  }

  @Test("have the rule's name and break what they must", arguments: requests + answers + others)
  func rules(_ change: Case) throws {
    let rules = try Documents.rules(
      from: Documents.document(operation: change.old, components: change.components),
      to: Documents.document(
        operation: change.new, components: change.newComponents ?? change.components))
    #expect(rules == change.rules)
  }

  @Test("are found by the path without the names of its variables")
  func paths() throws {
    let path =
      "{parameters: [{name: NAME, in: path, required: true, schema: {type: string}}], responses: {\"204\": {description: \"\"}}}"
    let rules = try Documents.rules(
      from: Documents.document(operation: path.replacing("NAME", with: "id"), path: "/a/{id}"),
      to: Documents.document(operation: path.replacing("NAME", with: "key"), path: "/a/{key}"))
    #expect(rules == ["request-parameter-renamed: "])
  }

  @Test("tell of operations that come and go")
  func operations() throws {
    let operation = "{responses: {\"204\": {description: \"\"}}}"
    let old = "{deprecated: true, responses: {\"204\": {description: \"\"}}}"
    #expect(
      try Documents.rules(
        from: Documents.document(paths: "{/a: {get: \(operation)}, /b: {get: \(old)}}"),
        to: Documents.document(paths: "{/b: {put: \(operation)}}"))
        == [
          "api-path-removed-without-deprecation: clients", "api-removed-with-deprecation: clients",
          "endpoint-added: servers",
        ])
  }

  @Test("tell once of what operations share, with all who use it")
  func sharing() throws {
    let paths = "{/a: {get: RESPONSE}, /b: {get: RESPONSE}}".replacing(
      "RESPONSE", with: "{responses: {\"200\": {$ref: \"#/components/responses/R\"}}}")
    let components = { (schema: String) in
      "{responses: {R: {description: \"\", content: {application/json: {schema: {$ref: \"#/components/schemas/S\"}}}}}, schemas: {S: \(schema)}}"
    }
    let comparison = Comparison(
      of: try Documents.edition(
        Documents.document(
          paths: paths,
          components: components("{type: object, required: [a], properties: {a: {type: string}}}"))),
      with: try Documents.edition(
        Documents.document(
          paths: paths, components: components("{type: object, properties: {a: {type: string}}}"))))
    let changes = comparison.changes(breaking: .wire)
    #expect(changes.map(\.rule) == ["response-property-became-optional"])
    #expect(changes.first?.operations == ["GET /a", "GET /b"])
    #expect(changes.first?.subject == .component(kind: "schema", name: "S"))
  }
}
