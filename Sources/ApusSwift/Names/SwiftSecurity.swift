import ApusModel

/// The ways in which requests show who sends them, every name decided.
struct SwiftSecurity {
  /// The type that holds the schemes, as all names of types here the one from the top level: `SecuritySchemes`.
  var schemesName: Identifier
  /// The type of what a client shows: `Credentials`.
  var credentialsName: Identifier
  /// The protocol of what finds out for a server who it is: `Authenticator`.
  var authenticatorName: Identifier
  var schemes: [SwiftSecurityScheme]
  /// The schemes that are asked for together, each combination once, in the order of the document.
  var combinations: [SwiftSecurityCombination]
}

/// A scheme with its name.
struct SwiftSecurityScheme {
  var name: Identifier
  var declaration: SecuritySchemeDeclaration
}

/// Schemes that are asked for together.
struct SwiftSecurityCombination {
  var schemes: [SwiftSecurityScheme]
  /// Whether an operation asks for scopes, too.
  var hasScopes: Bool
}

extension SwiftSecurity {
  /// The names for what a document's operations need; nil if none needs anything.
  init?(naming api: API, in namer: inout Namer) {
    guard !api.securitySchemes.isEmpty else { return nil }
    let names = namer.topLevelNames(
      for: ["security schemes", "credentials", "authenticator"].map { name in
        let words = Words(of: name)
        return ValueName(words: words, orElse: [Words(["api"] + words.words)])
      })
    guard names.count == 3 else { return nil }
    schemesName = names[0]
    credentialsName = names[1]
    authenticatorName = names[2]
    var table = NameTable(
      .members,
      reserved: [
        "description", "debugDescription", "customMirror", "credential", "request", "proofs",
      ]
    )
    let schemeNames = table.names(for: api.securitySchemes.map { Words(of: $0.title) })
    let schemes = zip(schemeNames, api.securitySchemes).map {
      SwiftSecurityScheme(name: $0, declaration: $1)
    }
    self.schemes = schemes
    combinations = []
    var places: [[String]: Int] = [:]
    for alternative in api.services.flatMap(\.endpoints).flatMap(\.security)
    where !alternative.uses.isEmpty {
      let names = alternative.uses.map(\.scheme)
      let place = places[names] ?? combinations.count
      if places.updateValue(place, forKey: names) == nil {
        let used = names.compactMap { name in schemes.first { $0.declaration.name == name } }
        combinations.append(SwiftSecurityCombination(schemes: used, hasScopes: false))
      }
      if alternative.uses.contains(where: { !$0.scopes.isEmpty }) {
        combinations[place].hasScopes = true
      }
    }
  }

  /// The constant of the scheme that the document gives a name.
  func constant(of name: String, _ spelling: TypeSpelling) -> Code? {
    schemes.first { $0.declaration.name == name }.map {
      "\(spelling.short(schemesName)).\($0.name.afterDot)"
    }
  }

  /// The schemes for which a client has something to give.
  var carried: [SwiftSecurityScheme] {
    schemes.filter { $0.credentialType != nil }
  }
}

extension SwiftSecurityScheme {
  /// The type of what a client gives for it; nil for what the connection shows.
  var credentialType: Code? {
    switch declaration.kind {
    case .apiKey: "String"
    case .http(scheme: "basic"): "BasicCredentials"
    case .http, .oauth2, .openIDConnect: "TokenProvider"
    case .mutualTLS: nil
    }
  }

  /// The type of what a request shows for it; nil for what the connection shows.
  var proofType: Code? {
    switch declaration.kind {
    case .http(scheme: "basic"): "BasicCredentials"
    case .apiKey, .http, .oauth2, .openIDConnect: "String"
    case .mutualTLS: nil
    }
  }

  /// Whether nobody can tell whose a proof is who doesn't see the whole request.
  var needsRequest: Bool {
    switch declaration.kind {
    case .http(let scheme): !["basic", "bearer"].contains(scheme)
    case .apiKey, .oauth2, .openIDConnect, .mutualTLS: false
    }
  }

  /// What it is in one sentence.
  var summary: String {
    switch declaration.kind {
    case .apiKey(let name, .query): "The key in the query parameter `\(name)`."
    case .apiKey(let name, .header): "The key in the header field `\(name)`."
    case .apiKey(let name, .cookie): "The key in the cookie `\(name)`."
    case .http(scheme: "basic"): "A user's name and password."
    case .http(scheme: "bearer"): "A bearer token."
    case .http(let scheme): "What stands behind `\(scheme)` in the field `Authorization`."
    case .oauth2: "A token of OAuth 2."
    case .openIDConnect(let url): "A token of OpenID Connect, whose provider is at `\(url)`."
    case .mutualTLS: "A certificate, which the connection shows."
    }
  }

  /// What it is, and what the document says of it.
  var documentation: String {
    let deprecation = declaration.isDeprecated ? Code.deprecationText : nil
    return [summary, deprecation, declaration.description].compactMap(\.self)
      .joined(separator: "\n\n")
  }

  /// The same on the lines of a list's item.
  var item: String {
    let deprecation = declaration.isDeprecated ? Code.deprecationText : nil
    let text = [summary, deprecation, declaration.description].compactMap(\.self)
    return text.joined(separator: " ").split(whereSeparator: \.isNewline)
      .joined(separator: "\n    ")
  }
}
