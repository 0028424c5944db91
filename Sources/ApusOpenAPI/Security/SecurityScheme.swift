/// How a client shows who it is (OpenAPI 3.2.0, section 4.27).
public struct SecurityScheme: DocumentObject {
  /// The sorts of schemes.
  public enum Kind: Sendable {
    /// A key in a parameter.
    case apiKey(name: String, location: Parameter.Location)
    /// A scheme of HTTP authentication, such as `basic` or `bearer`, in lower case.
    case http(scheme: String, bearerFormat: String?)
    /// OAuth 2, with the address of the server's metadata.
    case oauth2(OAuthFlows, metadataURL: String?)
    /// OpenID Connect, with the address of the provider's configuration.
    case openIDConnect(url: String)
    /// A certificate of the client.
    case mutualTLS
  }

  /// What sort of scheme it is.
  public let kind: Kind
  /// A description, in CommonMark.
  public private(set) var description: String?
  /// Whether it should no longer be used.
  public let isDeprecated: Bool
  public let place: Place

  static let title = "a Security Scheme Object"
  static let mayBeReference = true

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    description = fields.string("description")
    isDeprecated = fields.boolean("deprecated", since: .v32) ?? false
    guard let kind = fields.securitySchemeKind() else { return nil }
    self.kind = kind
  }

  mutating func override(summary: String?, description: String?) {
    self.description = description ?? self.description
  }
}

/// The ways to a token that an OAuth 2 server offers (OpenAPI 3.2.0, section 4.28).
public struct OAuthFlows: DocumentObject {
  /// The flows that are offered, by the name that the standard gives them.
  public let flows: Entries<String, OAuthFlow>
  public let place: Place

  static let title = "an OAuth Flows Object"

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    let names: [(String, OpenAPIVersion)] = [
      ("implicit", .v30), ("password", .v30), ("clientCredentials", .v30),
      ("authorizationCode", .v30), ("deviceAuthorization", .v32),
    ]
    var flows: Entries<String, OAuthFlow> = []
    for (name, version) in names {
      guard let flow: OAuthFlow = fields.object(name, since: version) else { continue }
      flows.append(Entry(key: name, keySpan: flow.place.nameSpan, value: flow))
    }
    self.flows = flows
  }
}

/// One way to a token (OpenAPI 3.2.0, section 4.29).
public struct OAuthFlow: DocumentObject {
  /// Where the user agrees.
  public let authorizationURL: String?
  /// Where a device asks for a code.
  public let deviceAuthorizationURL: String?
  /// Where tokens are.
  public let tokenURL: String?
  /// Where tokens are renewed.
  public let refreshURL: String?
  /// What a token may allow: each scope's name and description.
  public let scopes: Entries<String, String>
  public let place: Place

  static let title = "an OAuth Flow Object"

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    authorizationURL = fields.string("authorizationUrl")
    deviceAuthorizationURL = fields.string("deviceAuthorizationUrl", since: .v32)
    tokenURL = fields.string("tokenUrl")
    refreshURL = fields.string("refreshUrl")
    scopes = fields.entries("scopes") { context, name, place in
      context.string(at: place, named: name)
    }
  }
}
