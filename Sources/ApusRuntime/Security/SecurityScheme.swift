/// A way in which a client shows who it is, as the document describes it (OpenAPI 3.2.0, section
/// 4.27).
public struct SecurityScheme: Hashable, Sendable {
  /// The part of a request that carries a key.
  public enum Location: String, Hashable, Sendable {
    /// A query parameter.
    case query
    /// A header field.
    case header
    /// A cookie.
    case cookie
  }

  /// The sorts of schemes.
  public enum Kind: Hashable, Sendable {
    /// A key in the parameter of that name.
    case apiKey(String, in: Location)
    /// A scheme of HTTP authentication by its registered name, such as `basic` or `bearer`.
    case http(String)
    /// A token of OAuth 2, carried as a bearer token, and the ways to get one.
    case oauth2([OAuthFlow], metadataURL: String? = nil)
    /// A token of OpenID Connect, carried as a bearer token, and where its provider is described.
    case openIDConnect(String)
    /// A certificate of the client, which the connection carries and not the request.
    case mutualTLS
  }

  /// The name in the document.
  public let name: String
  /// The sort of scheme, with what belongs to it.
  public let kind: Kind

  /// - Parameters:
  ///   - name: The name in the document.
  ///   - kind: The sort of scheme.
  public init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// A way to a token of OAuth 2 (OpenAPI 3.2.0, section 4.29).
public struct OAuthFlow: Hashable, Sendable {
  /// The ways that there are (RFC 6749, sections 4.1 to 4.4, and RFC 8628).
  public enum Grant: String, Hashable, Sendable {
    /// A person agrees, and the token comes back in the address (RFC 6749, section 4.2).
    case implicit
    /// The client knows a person's password (RFC 6749, section 4.3).
    case password
    /// The client speaks for itself (RFC 6749, section 4.4).
    case clientCredentials
    /// A person agrees, and the client gets a code for a token (RFC 6749, section 4.1).
    case authorizationCode
    /// A person agrees on another device (RFC 8628).
    case deviceAuthorization
  }

  /// The way.
  public let grant: Grant
  /// Where a person agrees.
  public let authorizationURL: String?
  /// Where a device asks for a code.
  public let deviceAuthorizationURL: String?
  /// Where tokens are given.
  public let tokenURL: String?
  /// Where tokens are renewed, if not there too.
  public let refreshURL: String?
  /// What a token may allow, with a description.
  public let scopes: [String: String]

  /// - Parameters:
  ///   - grant: The way.
  ///   - authorizationURL: Where a person agrees.
  ///   - deviceAuthorizationURL: Where a device asks for a code.
  ///   - tokenURL: Where tokens are given.
  ///   - refreshURL: Where tokens are renewed, if not there too.
  ///   - scopes: What a token may allow, with a description.
  public init(
    _ grant: Grant, authorizationURL: String? = nil, deviceAuthorizationURL: String? = nil,
    tokenURL: String? = nil, refreshURL: String? = nil, scopes: [String: String] = [:]
  ) {
    self.grant = grant
    self.authorizationURL = authorizationURL
    self.deviceAuthorizationURL = deviceAuthorizationURL
    self.tokenURL = tokenURL
    self.refreshURL = refreshURL
    self.scopes = scopes
  }
}

extension SecurityScheme {
  /// The registered name of the scheme that stands in an `Authorization` field, in lower case; nil
  /// for what is carried elsewhere.
  var authorizationScheme: String? {
    switch kind {
    case .http(let name): name.lowercased()
    case .oauth2, .openIDConnect: "bearer"
    case .apiKey, .mutualTLS: nil
    }
  }

  /// The header field that carries it; nil where none does.
  var headerName: HeaderName? {
    switch kind {
    case .apiKey(let name, in: .header): HeaderName(name)
    case .apiKey(_, in: .cookie): .cookie
    case .apiKey(_, in: .query), .mutualTLS: nil
    case .http, .oauth2, .openIDConnect: .authorization
    }
  }
}
