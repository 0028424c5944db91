/// Finds out who requests come from. Generated code declares a protocol that refines this one, with
/// a function for each way that its document knows.
public protocol RequestAuthenticator<Principal>: Sendable {
  /// Who a request comes from.
  associatedtype Principal: Sendable

  /// Who the proofs belong to, and what he is allowed to do.
  ///
  /// - Returns: Nil where they belong to nobody: the request is refused.
  /// - Throws: What kept it from being found out; it is reported, and answered with 500.
  func grant(for proofs: SecurityProofs) async throws -> SecurityGrant<Principal>?
}

/// Who a request comes from, and what he is allowed to do.
public struct SecurityGrant<Principal: Sendable>: Sendable {
  /// Who it is.
  public let principal: Principal
  private let allows: @Sendable (String) -> Bool

  /// - Parameters:
  ///   - principal: Who it is.
  ///   - allows: Whether a scope of the document is among what the principal may do.
  public init(_ principal: Principal, allows: @escaping @Sendable (String) -> Bool) {
    self.principal = principal
    self.allows = allows
  }

  /// - Parameters:
  ///   - principal: Who it is.
  ///   - scopes: What the principal may do, such as the scopes of a token.
  public init(_ principal: Principal, scopes: Set<String>) {
    self.init(principal) { scopes.contains($0) }
  }

  /// A grant of nothing but to be known; nil for nobody.
  public init?(_ principal: Principal?) {
    guard let principal else { return nil }
    self.init(principal, scopes: [])
  }

  /// The scopes that are not allowed.
  func missing(of scopes: [String]) -> [String] {
    scopes.filter { !allows($0) }
  }
}

/// What a request shows for one alternative of its operation.
public struct SecurityProofs: Sendable {
  /// The names of the schemes, in the order of the alternative.
  public let schemes: [String]
  /// The request. Its body is not read as yet.
  public let request: Request
  private let secrets: [String: Secret]

  enum Secret: Sendable {
    case text(String)
    case password(BasicCredentials)
    /// Nothing that the request itself carries.
    case connection
  }

  init(_ secrets: [(scheme: String, secret: Secret)], in request: Request) {
    schemes = secrets.map(\.scheme)
    self.request = request
    self.secrets = Dictionary(
      secrets.map { ($0.scheme, $0.secret) }, uniquingKeysWith: { first, _ in first })
  }

  /// The key or token for a scheme; of other schemes of HTTP, what stands behind their name.
  ///
  /// - Throws: ``UnusableCredential`` where there is no such proof.
  public func text(_ scheme: String) throws -> String {
    guard case .text(let text) = secrets[scheme] else {
      throw UnusableCredential(scheme: scheme, cause: nil)
    }
    return text
  }

  /// The user's name and password for a scheme.
  ///
  /// - Throws: ``UnusableCredential`` where there is no such proof.
  public func password(_ scheme: String) throws -> BasicCredentials {
    guard case .password(let credentials) = secrets[scheme] else {
      throw UnusableCredential(scheme: scheme, cause: nil)
    }
    return credentials
  }
}

extension SecurityProofs: CustomStringConvertible, CustomReflectable {
  public var description: String { "SecurityProofs(\(schemes.joined(separator: ", ")), hidden)" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
