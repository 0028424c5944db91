/// What an object of a document is by where it stands.
enum DocumentKind {
  case document, components, pathItem, operation, callback, parameter, header, requestBody
  case response, mediaType, encoding, example, link, securityScheme, schema, discriminator
  /// What may hold no reference but, where the standard allows none either, one in place of a text.
  case other

  /// What stands in a field.
  struct Slot {
    enum Form {
      case one
      /// A map whose names the document chooses.
      case map
      case list
      /// One or, as `items` before JSON Schema 2020-12, a list.
      case oneOrList
    }

    let kind: DocumentKind
    let form: Form

    init(_ kind: DocumentKind, _ form: Form = .one) {
      self.kind = kind
      self.form = form
    }
  }

  /// What stands in a field of such an object; nothing where no reference may.
  func slot(of field: String) -> Slot? {
    switch self {
    case .callback: return field.hasPrefix("x-") ? nil : Slot(.pathItem)
    case .schema: return Self.schemaSlots[field]
    default: return Self.slots[self]?[field]
    }
  }

  /// Whether a name that starts with `x-` in a map of such objects is an extension: headers have such
  /// names themselves.
  var allowsExtensionsAmongNames: Bool { self == .pathItem || self == .response }

  /// The map under `components` that keeps such objects; nothing if none does in every version.
  var componentsField: String? {
    switch self {
    case .schema: "schemas"
    case .parameter: "parameters"
    case .header: "headers"
    case .requestBody: "requestBodies"
    case .response: "responses"
    case .example: "examples"
    case .link: "links"
    case .callback: "callbacks"
    case .securityScheme: "securitySchemes"
    default: nil
    }
  }

  private static let described: [String: Slot] = [
    "schema": Slot(.schema), "content": Slot(.mediaType, .map), "examples": Slot(.example, .map),
  ]

  private static let operations: [String: Slot] = [
    "get": Slot(.operation), "put": Slot(.operation), "post": Slot(.operation),
    "delete": Slot(.operation), "options": Slot(.operation), "head": Slot(.operation),
    "patch": Slot(.operation), "trace": Slot(.operation), "query": Slot(.operation),
    "additionalOperations": Slot(.operation, .map), "parameters": Slot(.parameter, .list),
  ]

  /// The fields that OpenAPI 3.2 has, which are those of the versions before and some more.
  private static let slots: [DocumentKind: [String: Slot]] = [
    .document: [
      "paths": Slot(.pathItem, .map), "webhooks": Slot(.pathItem, .map),
      "components": Slot(.components), "info": Slot(.other), "tags": Slot(.other, .list),
      "servers": Slot(.other, .list), "externalDocs": Slot(.other),
    ],
    .components: [
      "schemas": Slot(.schema, .map), "responses": Slot(.response, .map),
      "parameters": Slot(.parameter, .map), "examples": Slot(.example, .map),
      "requestBodies": Slot(.requestBody, .map), "headers": Slot(.header, .map),
      "securitySchemes": Slot(.securityScheme, .map), "links": Slot(.link, .map),
      "callbacks": Slot(.callback, .map), "pathItems": Slot(.pathItem, .map),
      "mediaTypes": Slot(.mediaType, .map),
    ],
    .pathItem: operations,
    .operation: [
      "parameters": Slot(.parameter, .list), "requestBody": Slot(.requestBody),
      "responses": Slot(.response, .map), "callbacks": Slot(.callback, .map),
    ],
    .parameter: described,
    .header: described,
    .requestBody: ["content": Slot(.mediaType, .map)],
    .response: [
      "headers": Slot(.header, .map), "content": Slot(.mediaType, .map),
      "links": Slot(.link, .map),
    ],
    .mediaType: [
      "schema": Slot(.schema), "itemSchema": Slot(.schema), "examples": Slot(.example, .map),
      "encoding": Slot(.encoding, .map), "itemEncoding": Slot(.encoding),
      "prefixEncoding": Slot(.encoding, .list),
    ],
    .encoding: [
      "headers": Slot(.header, .map), "encoding": Slot(.encoding, .map),
      "itemEncoding": Slot(.encoding), "prefixEncoding": Slot(.encoding, .list),
    ],
  ]

  /// What the arguments of keywords are that hold schemas; `definitions` has been `$defs`.
  private static let schemaSlots: [String: Slot] = [
    "additionalProperties": Slot(.schema), "allOf": Slot(.schema, .list),
    "anyOf": Slot(.schema, .list), "contains": Slot(.schema), "contentSchema": Slot(.schema),
    "definitions": Slot(.schema, .map), "$defs": Slot(.schema, .map),
    "dependentSchemas": Slot(.schema, .map), "discriminator": Slot(.discriminator),
    "else": Slot(.schema), "if": Slot(.schema), "items": Slot(.schema, .oneOrList),
    "not": Slot(.schema), "oneOf": Slot(.schema, .list),
    "patternProperties": Slot(.schema, .map), "prefixItems": Slot(.schema, .list),
    "properties": Slot(.schema, .map), "propertyNames": Slot(.schema), "then": Slot(.schema),
    "unevaluatedItems": Slot(.schema), "unevaluatedProperties": Slot(.schema),
  ]
}
