import ApusCore
import ApusOpenAPI
import Testing

/// What documents are read as, whatever their version.
@Suite struct DocumentTests {
  private func document(_ text: String) throws -> Document {
    let (document, reported) = MarkedSource(text).read()
    #expect(reported == [])
    return try #require(document)
  }

  @Test(arguments: [
    ("3.0.0", OpenAPIVersion.v30), ("3.0.4", .v30), ("3.1.1", .v31), ("3.2.0", .v32),
    ("3.1.0-rc1", .v31),
  ])
  func versions(text: String, version: OpenAPIVersion) throws {
    let document = try document(
      "{openapi: '\(text)', info: {title: Runs, version: 1.0.0}, paths: {}}")
    #expect(document.version == version)
    #expect(document.info.title == "Runs")
  }

  @Test func parametersOfThePathItemAreMergedIntoTheOperations() throws {
    let document = try document(
      """
      openapi: 3.1.0
      info: {title: Runs, version: 1.0.0}
      paths:
        /runs/{id}:
          parameters:
            - $ref: '#/components/parameters/ID'
            - {name: X-Trace, in: header, schema: {type: string}}
            - {name: limit, in: query, schema: {type: string}}
          get:
            parameters:
              - {name: offset, in: query, schema: {type: integer}}
              - {name: x-trace, in: header, required: true, schema: {type: string}}
              - {name: limit, in: header, schema: {type: string}}
            responses: {'200': {description: Done}}
          post: {responses: {'200': {description: Done}}}
      components:
        parameters:
          ID: {name: id, in: path, required: true, schema: {type: string, format: uuid}}
      """)
    let item = try #require(document.paths.first)
    let names = item.operations.map { $0.parameters.map { "\($0.location) \($0.name)" } }
    #expect(
      names == [
        ["path id", "header x-trace", "query limit", "query offset", "header limit"],
        ["path id", "header X-Trace", "query limit"],
      ])
    let identifier = try #require(item.parameters.first)
    #expect(identifier.pointer == "/components/parameters/ID")
    #expect(identifier.schema?.location?.pointer == "/components/parameters/ID/schema")
    #expect(identifier.span.start.line == 18)
  }

  @Test func stylesHaveTheirDefaults() throws {
    let document = try document(
      """
      openapi: 3.2.0
      info: {title: Runs, version: 1.0.0}
      components:
        parameters:
          A: {name: a, in: path, required: true, schema: {}}
          B: {name: a, in: query, schema: {}}
          C: {name: a, in: header, schema: {}}
          D: {name: a, in: cookie, schema: {}}
          E: {name: a, in: query, style: deepObject, schema: {}, allowReserved: true}
          F: {name: a, in: cookie, style: cookie, schema: {}}
          G: {name: a, in: query, explode: false, schema: {}}
      """)
    let serializations = document.components.parameters.map { entry in
      guard case .schema(_, let serialization) = entry.value.value else { return "" }
      let explode = serialization.isExploded ? " exploded" : ""
      return "\(serialization.style)\(explode)\(serialization.allowsReserved ? " reserved" : "")"
    }
    #expect(
      serializations == [
        "simple", "form exploded", "simple", "form exploded", "deepObject reserved",
        "cookie exploded", "form",
      ])
  }

  @Test func responsesKeepTheDocumentsOrderAndTheirReferencesDescriptions() throws {
    let document = try document(
      """
      openapi: 3.1.0
      info: {title: Runs, version: 1.0.0}
      paths:
        /runs:
          get:
            responses:
              default: {$ref: '#/components/responses/Error'}
              4XX: {$ref: '#/components/responses/Error', description: Your mistake}
              '204': {description: Done}
              x-note: nothing
      components:
        responses:
          Error: {description: Something went wrong}
      """)
    let responses = try #require(document.operations.first).responses
    #expect(responses.map(\.key) == [.default, .range(4), .code(204)])
    #expect(
      responses.map(\.value.description) == ["Something went wrong", "Your mistake", "Done"])
    #expect(responses[.range(4)]?.pointer == "/components/responses/Error")
  }

  @Test func securityIsTheDocumentsUnlessTheOperationHasItsOwn() throws {
    let document = try document(
      """
      openapi: 3.1.0
      info: {title: Runs, version: 1.0.0}
      security: [{key: []}, {}]
      paths:
        /runs:
          get: {responses: {'200': {description: Done}}}
          put: {security: [], responses: {'200': {description: Done}}}
          post:
            security: [{key: [], token: [read, write]}]
            responses: {'200': {description: Done}}
      components:
        securitySchemes:
          key: {type: apiKey, in: header, name: X-Key}
          token: {$ref: '#/components/securitySchemes/bearer'}
          bearer: {type: http, scheme: Bearer}
      """)
    let uses = document.operations.map { $0.security.map { $0.uses.map(\.name) } }
    #expect(uses == [[["key"], []], [], [["key", "token"]]])
    let token = try #require(document.operations.last?.security.first?.uses.last)
    #expect(token.scopes == ["read", "write"])
    guard case .http("bearer", nil) = token.scheme.kind else {
      Issue.record("the scheme is \(token.scheme.kind)")
      return
    }
  }

  @Test func operationsOfEveryKind() throws {
    let document = try document(
      """
      openapi: 3.2.0
      info: {title: Runs, version: 1.0.0}
      $self: https://example.com/api
      paths:
        /runs:
          query: {operationId: search, responses: {'200': {description: Done}}}
          additionalOperations:
            COPY: {operationId: copy, responses: {'200': {description: Done}}}
          get:
            operationId: list
            callbacks:
              done:
                '{$request.query.url}':
                  post: {operationId: tell, responses: {'200': {description: Done}}}
            responses: {'200': {description: Done}}
        /again:
          $ref: 'https://example.com/api#/components/pathItems/Again'
          summary: Once more
      webhooks:
        finished: {post: {operationId: finished, responses: {'200': {description: Done}}}}
      components:
        pathItems:
          Again: {put: {operationId: again, responses: {'200': {description: Done}}}}
      """)
    #expect(
      document.operations.map {
        "\($0.method) \($0.path?.description ?? "") \($0.operationID ?? "")"
      }
        == ["QUERY /runs search", "COPY /runs copy", "GET /runs list", "PUT /again again"])
    #expect(document.paths.last?.summary == "Once more")
    let callback = try #require(document.operations[2].callbacks["done"])
    #expect(callback.pathItems.first?.address == .callback("{$request.query.url}"))
    #expect(callback.pathItems.first?.operations.first?.operationID == "tell")
    #expect(document.webhooks["finished"]?.operations.first?.path == nil)
  }

  @Test func pathParametersThatNobodyDeclaredAreTexts() throws {
    let source = MarkedSource(
      """
      openapi: 3.1.0
      info: {title: Runs, version: 1.0.0}
      paths:
        /files/{;name*}:
        ^ warning: a path has no modifiers: write '{name}', and the parameter's 'style'
          get:
          ^ warning: '{name}' in the path '/files/{;name*}' isn't among the operation's parameters
            responses: {'200': {description: Done}}
      """)
    let (document, reported) = source.read()
    #expect(reported == source.expected)
    let parameter = try #require(document?.operations.first?.parameters.first)
    #expect(parameter.name == "name")
    #expect(parameter.isRequired)
    #expect(parameter.schema == nil)
  }
}
