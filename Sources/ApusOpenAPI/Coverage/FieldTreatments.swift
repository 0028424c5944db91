import ApusCore

/// What becomes of the fields of OpenAPI's objects in generated code.
///
/// The tests take each field out of a document, and compare what is generated with what is said here.
enum FieldTreatments {
  /// What becomes of a field that is read. One that the document chooses the name of, such as a
  /// callback's expression, is what its object is.
  static func treatment(of field: String, in object: String) -> Treatment {
    guard let fields = table[object] else { return .ignored }
    return fields[field] ?? fields["*"] ?? .ignored
  }

  /// The names of an object's fields, but those that the document chooses.
  static func fields(of object: String) -> [String] {
    (table[object] ?? [:]).keys.filter { $0 != "*" }.sorted()
  }

  /// The fields by their objects, as messages name these; `*` for names that the document chooses.
  static let table: [String: [String: Treatment]] = [
    "an OpenAPI Object": [
      "openapi": .typed, "$self": .ignored, "jsonSchemaDialect": .enforced, "info": .ignored,
      "servers": .typed, "paths": .typed, "webhooks": .typed, "components": .typed,
      "security": .typed, "tags": .documented, "externalDocs": .ignored,
    ],
    "an Info Object": all(
      .ignored,
      ["title", "summary", "description", "termsOfService", "contact", "license", "version"]),
    "a Contact Object": all(.ignored, ["name", "url", "email"]),
    "a License Object": all(.ignored, ["name", "identifier", "url"]),
    "a Server Object": [
      "url": .typed, "name": .typed, "description": .documented, "variables": .typed,
    ],
    "a Server Variable Object": [
      "enum": .documented, "default": .typed, "description": .documented,
    ],
    "a Tag Object": [
      "name": .documented, "summary": .ignored, "description": .documented, "parent": .ignored,
      "kind": .ignored, "externalDocs": .ignored,
    ],
    "an External Documentation Object": all(.ignored, ["description", "url"]),
    "a Components Object": [
      "schemas": .typed, "responses": .typed, "parameters": .typed, "examples": .ignored,
      "requestBodies": .typed, "headers": .typed, "securitySchemes": .typed, "links": .ignored,
      "callbacks": .typed, "pathItems": .typed, "mediaTypes": .typed,
    ],
    "a Path Item Object": [
      "summary": .ignored, "description": .ignored, "servers": .typed, "parameters": .typed,
      "get": .typed, "put": .typed, "post": .typed, "delete": .typed, "options": .typed,
      "head": .typed, "patch": .typed, "trace": .typed, "query": .typed,
      "additionalOperations": .typed,
    ],
    "an Operation Object": [
      "operationId": .typed, "tags": .typed, "summary": .documented, "description": .documented,
      "externalDocs": .ignored, "parameters": .typed, "requestBody": .typed, "responses": .typed,
      "callbacks": .typed, "deprecated": .typed, "security": .typed, "servers": .typed,
    ],
    "a Parameter Object": [
      "name": .typed, "in": .enforced, "description": .documented, "required": .enforced,
      "deprecated": .documented, "allowEmptyValue": .enforced, "style": .enforced,
      "explode": .enforced, "allowReserved": .enforced, "schema": .enforced, "content": .enforced,
      "example": .ignored, "examples": .ignored,
    ],
    "a Request Body Object": [
      "description": .documented, "content": .enforced, "required": .enforced,
    ],
    "a Media Type Object": [
      "schema": .enforced, "itemSchema": .enforced, "example": .ignored, "examples": .ignored,
      "encoding": .enforced, "prefixEncoding": .enforced, "itemEncoding": .enforced,
    ],
    "an Encoding Object": [
      "contentType": .enforced, "headers": .enforced, "style": .enforced, "explode": .enforced,
      "allowReserved": .enforced, "encoding": .enforced, "prefixEncoding": .enforced,
      "itemEncoding": .enforced,
    ],
    "a Response Object": [
      "summary": .ignored, "description": .documented, "headers": .enforced, "content": .enforced,
      "links": .ignored,
    ],
    "a Header Object": [
      "description": .documented, "required": .enforced, "deprecated": .ignored,
      "style": .ignored, "explode": .enforced, "allowReserved": .ignored, "schema": .enforced,
      "content": .enforced, "example": .ignored, "examples": .ignored,
    ],
    "a Callback Object": ["*": .typed],
    "a Link Object": all(
      .ignored,
      ["operationRef", "operationId", "parameters", "requestBody", "description", "server"]),
    "an Example Object": all(
      .ignored,
      ["summary", "description", "value", "externalValue", "dataValue", "serializedValue"]),
    "a Security Scheme Object": [
      "type": .typed, "description": .documented, "deprecated": .documented, "name": .typed,
      "in": .typed, "scheme": .typed, "bearerFormat": .ignored, "flows": .typed,
      "openIdConnectUrl": .typed, "oauth2MetadataUrl": .typed,
    ],
    "an OAuth Flows Object": all(
      .typed,
      ["implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"]),
    "an OAuth Flow Object": all(
      .typed,
      ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl", "scopes"]),
  ]

  private static func all(_ treatment: Treatment, _ names: [String]) -> [String: Treatment] {
    Dictionary(names.map { ($0, treatment) }) { first, _ in first }
  }
}
