/// One of the alternatives by which a request may be allowed.
public struct EndpointSecurity: Hashable, Sendable {
  /// A scheme that must be satisfied.
  public struct Use: Hashable, Sendable {
    /// The name of the scheme in the document.
    public var scheme: String
    /// What the sender must be allowed to do.
    public var scopes: [String]
  }

  /// The schemes, in the order in which the document declares them; none where a request is allowed
  /// without.
  public var uses: [Use]
}

/// A way in which clients show who they are.
public struct SecuritySchemeDeclaration: Sendable {
  /// The sorts of schemes.
  public enum Kind: Sendable {
    /// A key in the parameter of that name.
    case apiKey(name: String, location: Location)
    /// A scheme of HTTP authentication, in lower case.
    case http(scheme: String)
    /// A token of OAuth 2.
    case oauth2([Flow], metadataURL: String?)
    /// A token of OpenID Connect.
    case openIDConnect(url: String)
    /// A certificate.
    case mutualTLS
  }

  /// The part of a request that carries a key.
  public enum Location: String, Sendable {
    case query, header, cookie
  }

  /// A way to a token.
  public struct Flow: Sendable {
    /// The standard's name for it, such as `clientCredentials`.
    public var name: String
    public var authorizationURL: String?
    public var deviceAuthorizationURL: String?
    public var tokenURL: String?
    public var refreshURL: String?
    /// What a token may allow, with descriptions.
    public var scopes: [(name: String, description: String)]
  }

  /// The name in the document, or the URI that stands for one.
  public var name: String
  /// What it is called.
  public var title: String
  public var description: String?
  public var isDeprecated: Bool
  public var kind: Kind
}

extension Endpoint {
  /// Whether a request must show who sends it.
  public var isSecured: Bool { !security.isEmpty && security.allSatisfy { !$0.uses.isEmpty } }

  /// Whether a request may show who sends it, and need not.
  public var mayBeAnonymous: Bool {
    security.contains { $0.uses.isEmpty } && security.contains { !$0.uses.isEmpty }
  }
}
