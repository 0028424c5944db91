import ApusCore
import ApusSource

/// What a document keeps for reuse, by name and in document order (OpenAPI 3.2.0, section 4.7).
public struct Components: Sendable {
  public private(set) var schemas: Entries<String, Schema> = []
  public private(set) var responses: Entries<String, DocumentedResponse> = []
  public private(set) var parameters: Entries<String, Parameter> = []
  public private(set) var examples: Entries<String, Example> = []
  public private(set) var requestBodies: Entries<String, RequestBody> = []
  public private(set) var headers: Entries<String, Header> = []
  public private(set) var securitySchemes: Entries<String, SecurityScheme> = []
  public private(set) var links: Entries<String, Link> = []
  public private(set) var callbacks: Entries<String, Callback> = []
  public private(set) var pathItems: Entries<String, PathItem> = []
  public private(set) var mediaTypes: Entries<String, MediaType> = []

  static let title = "a Components Object"

  init() {}

  init(reading fields: inout ObjectFields) {
    schemas = fields.entries("schemas") { context, _, place in context.namedSchema(at: place) }
    securitySchemes = fields.components("securitySchemes")
    responses = fields.components("responses")
    parameters = fields.components("parameters")
    examples = fields.components("examples")
    requestBodies = fields.components("requestBodies")
    headers = fields.components("headers")
    links = fields.components("links")
    callbacks = fields.components("callbacks")
    pathItems = fields.entries("pathItems", since: .v31) { context, name, place in
      context.pathItem(at: place, .component(name))
    }
    mediaTypes = fields.components("mediaTypes", since: .v32)
  }
}

extension ObjectFields {
  /// The members of one of the maps, which references may have led to before.
  fileprivate mutating func components<Object: DocumentObject>(
    _ name: String, since version: OpenAPIVersion = .v30
  ) -> Entries<String, Object> {
    entries(name, since: version) { context, _, place in
      guard Reference(at: place) == nil else { return context.read(Object.self, at: place) }
      return context.readShared(Object.self, at: place, from: place.nameSpan)
    }
  }
}
