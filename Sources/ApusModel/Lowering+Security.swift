import ApusCore
import ApusOpenAPI
import ApusSource

// Who may send requests.
extension Lowering {
  /// The alternatives of an operation, none if no credentials mean anything to it. What its requests
  /// need is noted with the schemes.
  mutating func security(of operation: Operation) -> [EndpointSecurity] {
    let alternatives = operation.security.map { requirement in
      let uses = requirement.uses.sorted { order(of: $0) < order(of: $1) }
      reportClash(among: uses, at: requirement.pointer)
      for use in uses where securitySchemes[use.name] == nil {
        let scheme = SecuritySchemeDeclaration(use)
        if !scheme.canBeSent { warn("no request can carry this", at: use.scheme.pointer) }
        securitySchemes[use.name] = scheme
      }
      return EndpointSecurity(
        uses: uses.map { EndpointSecurity.Use(scheme: $0.name, scopes: $0.scopes) })
    }
    return alternatives.allSatisfy(\.uses.isEmpty) ? [] : alternatives
  }

  /// The schemes that requests need: those of the document in its order, and behind them those of
  /// other places.
  func neededSchemes() -> [SecuritySchemeDeclaration] {
    let own = document.components.securitySchemes.map(\.key)
    let others = securitySchemes.keys.filter { !own.contains($0) }.sorted()
    return (own + others).compactMap { securitySchemes[$0] }
  }

  private func order(of use: SecurityRequirement.Use) -> (Int, String) {
    let schemes = document.components.securitySchemes
    return (schemes.firstIndex { $0.key == use.name } ?? schemes.count, use.name)
  }

  /// A request has one `Authorization` field.
  private mutating func reportClash(among uses: [SecurityRequirement.Use], at pointer: String) {
    let carried = uses.filter(\.scheme.isInAuthorization)
    guard carried.count > 1 else { return }
    let names = carried.map { "'\($0.name)'" }.joined(separator: " and ")
    warn("no request can satisfy \(names) at once: both are in 'Authorization'", at: pointer)
  }
}

extension SecurityScheme {
  fileprivate var isInAuthorization: Bool {
    switch kind {
    case .http, .oauth2, .openIDConnect: true
    case .apiKey, .mutualTLS: false
    }
  }
}

extension SecuritySchemeDeclaration {
  fileprivate init(_ use: SecurityRequirement.Use) {
    name = use.name
    title = use.name.split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? use.name
    description = use.scheme.description
    isDeprecated = use.scheme.isDeprecated
    kind = Kind(use.scheme.kind)
  }

  /// Whether there can be a field or cookie of the name.
  fileprivate var canBeSent: Bool {
    switch kind {
    case .apiKey(let name, .header), .apiKey(let name, .cookie), .http(let name):
      Token.isValid(name)
    case .apiKey(_, .query), .oauth2, .openIDConnect, .mutualTLS: true
    }
  }
}

extension SecuritySchemeDeclaration.Kind {
  fileprivate init(_ kind: SecurityScheme.Kind) {
    switch kind {
    case .apiKey(let name, let location):
      self = .apiKey(name: name, location: .init(rawValue: location.rawValue) ?? .header)
    case .http(let scheme, _):
      self = .http(scheme: scheme)
    case .oauth2(let flows, let metadataURL):
      self = .oauth2(flows.flows.map { .init($0.key, $0.value) }, metadataURL: metadataURL)
    case .openIDConnect(let url):
      self = .openIDConnect(url: url)
    case .mutualTLS:
      self = .mutualTLS
    }
  }
}

extension SecuritySchemeDeclaration.Flow {
  fileprivate init(_ name: String, _ flow: OAuthFlow) {
    // A literal with two of one name would trap.
    var names: Set<String> = []
    self.init(
      name: name, authorizationURL: flow.authorizationURL,
      deviceAuthorizationURL: flow.deviceAuthorizationURL, tokenURL: flow.tokenURL,
      refreshURL: flow.refreshURL,
      scopes: flow.scopes.filter { names.insert($0.key).inserted }.map {
        (name: $0.key, description: $0.value)
      })
  }
}
