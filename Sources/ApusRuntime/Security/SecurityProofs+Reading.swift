/// What a request carries for a scheme.
enum SentProof {
  case absent
  /// Something that is no proof: twice what must be there once, or not of the scheme's form.
  case broken
  case proof(SecurityProofs.Secret)
}

extension SecurityScheme {
  /// What a request carries for the scheme.
  func proof(in request: Request) -> SentProof {
    switch kind {
    case .apiKey(let name, in: .query):
      let items = ParameterItems(query: request.query ?? "").values(of: name)
      return Self.key(items) { PercentEncoding.decode($0, plusIsSpace: true) }
    case .apiKey(let name, in: .header):
      let fields = HeaderName(name).map { request.headers.values(of: $0) } ?? []
      return Self.key(fields.map { $0[...] }) { String($0) }
    case .apiKey(let name, in: .cookie):
      let cookies = ParameterItems(cookies: request.headers.values(of: .cookie), .none)
      return Self.key(cookies.values(of: name)) { String($0) }
    case .http, .oauth2, .openIDConnect:
      return authorization(in: request)
    case .mutualTLS:
      return .proof(.connection)
    }
  }

  private static func key(_ values: [Substring], _ decode: (Substring) -> String?) -> SentProof {
    guard let value = values.first else { return .absent }
    guard values.count == 1, let key = decode(value), !key.isEmpty else { return .broken }
    return .proof(.text(key))
  }

  private func authorization(in request: Request) -> SentProof {
    let fields = request.headers.values(of: .authorization)
    guard let value = fields.first else { return .absent }
    guard fields.count == 1, let field = AuthorizationField(value) else { return .broken }
    guard field.scheme == authorizationScheme else { return .absent }
    guard !field.credentials.isEmpty else { return .broken }
    let text = String(field.credentials)
    switch field.scheme {
    case "basic":
      return BasicCredentials(token: text).map { .proof(.password($0)) } ?? .broken
    case "bearer":
      return text.isToken68 ? .proof(.text(text)) : .broken
    default:
      return .proof(.text(text))
    }
  }
}

extension String {
  /// Whether the text is of the form that bearer tokens have (RFC 6750, section 2.1).
  fileprivate var isToken68: Bool {
    utf8.allSatisfy { PercentEncoding.isUnreserved($0) || "+/=".utf8.contains($0) }
  }
}
