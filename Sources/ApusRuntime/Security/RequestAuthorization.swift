/// What one request shows of who sends it.
struct RequestAuthorization: Sendable {
  private let uses: [(use: SecurityRequirement.Use, credential: SecurityCredential)]

  /// The first of some alternatives for which there is everything. Those for which a request carries
  /// something go before those for which it carries nothing, so that optional credentials are shown.
  ///
  /// - Parameter headers: What the request has already, which can't be missing.
  init(
    choosingFrom alternatives: [SecurityRequirement], having source: (any CredentialSource)?,
    beside headers: HeaderFields
  ) throws(MissingCredentials) {
    let ordered = alternatives.filter(\.isCarried) + alternatives.filter { !$0.isCarried }
    for alternative in ordered {
      let found = alternative.uses.compactMap { use in
        Self.credential(for: use.scheme, source, headers).map { (use: use, credential: $0) }
      }
      if found.count == alternative.uses.count {
        uses = found
        return
      }
    }
    guard alternatives.isEmpty else { throw MissingCredentials(alternatives: alternatives) }
    uses = []
  }

  /// Whether it adds anything to requests.
  var showsSecrets: Bool {
    uses.contains { use in
      if case .external = use.credential.kind { false } else { true }
    }
  }

  private static func credential(
    for scheme: SecurityScheme, _ source: (any CredentialSource)?, _ headers: HeaderFields
  ) -> SecurityCredential? {
    if let credential = source?.credential(for: scheme.name) { return credential }
    if scheme.kind == .mutualTLS { return .external }
    guard let name = scheme.headerName, name != .cookie, headers[name] != nil else { return nil }
    return .external
  }

  /// Adds the credentials to a request.
  ///
  /// - Parameter rejected: The tokens that the server has refused, by the names of their schemes.
  /// - Returns: The tokens that were added, by the names of their schemes.
  /// - Throws: ``UnusableCredential``, and `CancellationError`.
  func apply(
    to request: inout Request, replacing rejected: [String: String] = [:]
  ) async throws -> [String: String] {
    var tokens: [String: String] = [:]
    for (use, credential) in uses {
      let scheme = use.scheme
      let secret: String?
      switch credential.kind {
      case .external: continue
      case .key(let key): secret = key
      case .password(let credentials): secret = credentials.token
      case .token(let provider):
        let wanted = TokenProvider.Request(scopes: use.scopes, rejected: rejected[scheme.name])
        secret = try await Self.token(from: provider, wanted, for: scheme)
        tokens[scheme.name] = secret
      }
      guard let secret, request.show(secret, by: scheme) else {
        throw UnusableCredential(scheme: scheme.name, cause: nil)
      }
    }
    return tokens
  }

  private static func token(
    from provider: TokenProvider, _ wanted: TokenProvider.Request, for scheme: SecurityScheme
  ) async throws -> String {
    do {
      return try await provider.token(for: wanted)
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw UnusableCredential(scheme: scheme.name, cause: error)
    }
  }
}

extension Request {
  /// Adds what a scheme carries; false where that can't stand in its place.
  fileprivate mutating func show(_ secret: String, by scheme: SecurityScheme) -> Bool {
    guard !secret.isEmpty else { return false }
    switch scheme.kind {
    case .apiKey(let name, in: .query):
      let item = "\(PercentEncoding.encode(name))=\(PercentEncoding.encode(secret))"
      query = query.map { $0.isEmpty ? item : "\($0)&\(item)" } ?? item
    case .apiKey(let name, in: .header):
      guard let name = HeaderName(name), secret.isFieldValue else { return false }
      headers[name] = secret
    case .apiKey(let name, in: .cookie):
      guard Token.isValid(name), secret.utf8.allSatisfy(\.isCookieOctet) else { return false }
      let others = headers.values(of: .cookie)
      headers[.cookie] = (others + ["\(name)=\(secret)"]).joined(separator: "; ")
    case .http, .oauth2, .openIDConnect:
      guard let name = scheme.authorizationScheme, Token.isValid(name), secret.isFieldValue else {
        return false
      }
      headers[.authorization] = "\(AuthorizationField.spelling(of: name)) \(secret)"
    case .mutualTLS: break
    }
    return true
  }
}

extension String {
  /// Whether the text can be a field's value as it is: visible characters of ASCII, and blanks
  /// between them (RFC 9110, section 5.5).
  fileprivate var isFieldValue: Bool {
    utf8.first != 0x20 && utf8.last != 0x20 && utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }
}

extension UInt8 {
  /// Whether the byte can stand in the value of a cookie (RFC 6265, section 4.1.1).
  fileprivate var isCookieOctet: Bool {
    (0x21..<0x7F).contains(self) && !"\",;\\".utf8.contains(self)
  }
}
