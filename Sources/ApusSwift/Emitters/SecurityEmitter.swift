import ApusModel

/// Writes how requests show who sends them: parts of `API.swift`, `Client.swift` and `Server.swift`.
struct SecurityEmitter {
  let security: SwiftSecurity
  /// The spelling inside of what all declarations stand in.
  let spelling: TypeSpelling

  /// The schemes, for both sides.
  var schemes: Code {
    """
    /// The ways in which requests show who sends them.
    \(.access)nonisolated enum \(spelling.short(security.schemesName)) {
      \(Code.paragraphs(security.schemes.map(constant)))
    }
    """
  }

  private func constant(of scheme: SwiftSecurityScheme) -> Code {
    let arguments = Code.list([.string(scheme.declaration.name), kind(of: scheme)])
    return """
      \(Code.documentation(scheme.documentation))
      \(.access)static let \(scheme.name) = SecurityScheme\(arguments)
      """
  }

  private func kind(of scheme: SwiftSecurityScheme) -> Code {
    switch scheme.declaration.kind {
    case .apiKey(let name, let location):
      return ".apiKey\(Code.list([.string(name), "in: .\(Code.word(location.rawValue))"]))"
    case .http(let name): return ".http\(Code.list([.string(name)]))"
    case .openIDConnect(let url): return ".openIDConnect\(Code.list([.string(url)]))"
    case .mutualTLS: return ".mutualTLS"
    case .oauth2(let flows, let metadataURL):
      let metadata = metadataURL.map { ["metadataURL: \(Code.string($0))"] as [Code] } ?? []
      return ".oauth2\(Code.list([.array(flows.map(flow))] + metadata))"
    }
  }

  private func flow(_ flow: SecuritySchemeDeclaration.Flow) -> Code {
    let addresses: [(label: Code, url: String?)] = [
      ("authorizationURL", flow.authorizationURL),
      ("deviceAuthorizationURL", flow.deviceAuthorizationURL),
      ("tokenURL", flow.tokenURL), ("refreshURL", flow.refreshURL),
    ]
    var arguments: [Code] = [".\(Code.word(flow.name))"]
    for (label, url) in addresses {
      if let url { arguments.append("\(label): \(Code.string(url))") }
    }
    if !flow.scopes.isEmpty {
      let scopes = flow.scopes.map { name, description -> Code in
        "\(Code.string(name)): \(Code.string(description))"
      }
      arguments.append("scopes: \(Code.array(scopes))")
    }
    return ".init\(Code.list(arguments))"
  }
}

// The client.
extension SecurityEmitter {
  /// What a client shows; empty if there is nothing that a request carries.
  var credentials: Code {
    guard !security.carried.isEmpty else { return .empty }
    let properties = security.carried.map { scheme -> Code in
      """
      \(Code.documentation(scheme.documentation))
      \(.access)var \(scheme.name): \(scheme.credentialType ?? "String")?
      """
    }
    let parameters = security.carried.map { scheme -> Code in
      "\(scheme.name): \(scheme.credentialType ?? "String")? = nil"
    }
    let cases = security.carried.map { scheme -> Code in
      "case \(Code.string(scheme.declaration.name)): .\(factory(of: scheme))(\(scheme.name))"
    }
    return """
      /// What a client shows of who it is: one member for each way that the document knows. The
      /// first alternative of an operation is used for which there is everything.
      \(.access)struct \(spelling.short(security.credentialsName)): CredentialSource {
        \(Code.lines(properties))

        \(.access)init\(Code.list(parameters))\(Code.space()){
          \(Code.lines(security.carried.map { "self.\($0.name.afterDot) = \($0.name)" }))
        }

        \(.access)func credential(for scheme: String) -> SecurityCredential? {
          switch scheme {
          \(Code.lines(cases))
          default: nil
          }
        }
      }
      """
  }

  private func factory(of scheme: SwiftSecurityScheme) -> Code {
    switch scheme.declaration.kind {
    case .apiKey, .mutualTLS: "key"
    case .http(scheme: "basic"): "password"
    case .http, .oauth2, .openIDConnect: "token"
    }
  }
}

// The server.
extension SecurityEmitter {
  /// What finds out who sends a request.
  var authenticator: Code {
    let functions = security.combinations.map { combination -> Code in
      """
      \(documentation(of: combination))
      func \(signature(of: combination))
      """
    }
    return """
      /// Finds out who requests come from: one function for each way that the document knows.
      \(.access)protocol \(spelling.short(security.authenticatorName))<Principal>: RequestAuthenticator {
        /// Who a request comes from.
        associatedtype Principal

        \(Code.paragraphs(functions))
      }
      """
  }

  /// Which function is asked.
  var authentication: Code {
    let cases = security.combinations.map { combination in
      let names = Code.sequence(combination.schemes.map { .string($0.declaration.name) })
      return Code.switchCase("case [\(names)]", call(of: combination), isLong: true)
    }
    return """
      extension \(security.authenticatorName) {
        \(.access)func grant(for proofs: SecurityProofs) async throws -> SecurityGrant<Principal>? {
          switch proofs.schemes {
          \(Code.lines(cases))
          default: nil
          }
        }
      }
      """
  }

  private func documentation(of combination: SwiftSecurityCombination) -> Code {
    let names = combination.schemes.map { "`\($0.name.afterDot.text)`" }
    let verb = names.count == 1 ? "belongs" : "belong"
    let owner = "Who \(names.joined(separator: " and ")) \(verb) to; nil if to nobody."
    let grant = "The scopes that it allows are compared with those that an operation needs."
    let text = combination.hasScopes ? "\(owner) \(grant)" : owner
    let items = combination.schemes.map { "  - \($0.name.afterDot.text): \($0.item)" }
    return .documentation(text + "\n\n" + (["- Parameters:"] + items).joined(separator: "\n"))
  }

  private func signature(of combination: SwiftSecurityCombination) -> Code {
    var parameters = combination.schemes.compactMap { scheme in
      scheme.proofType.map { "\(scheme.name): \($0)" as Code }
    }
    parameters += request(of: combination).map { label, _ in
      "\(label.map { "\($0) " as Code } ?? .empty)request: Request"
    }
    let result: Code = combination.hasScopes ? "SecurityGrant<Principal>?" : "Principal?"
    return """
      principal\(Code.list(parameters))\(Code.space(indenting: 2))async throws -> \(result)
      """
  }

  /// The parameter for the whole request, where a scheme needs it: a list of one or none.
  private func request(
    of combination: SwiftSecurityCombination
  ) -> [(label: Identifier?, argument: Code)] {
    if let scheme = combination.schemes.first(where: { $0.proofType == nil }) {
      return [(label: scheme.name, argument: "\(scheme.name.label): proofs.request")]
    }
    let needsRequest = combination.schemes.contains(where: \.needsRequest)
    return needsRequest ? [(label: nil, argument: "request: proofs.request")] : []
  }

  private func call(of combination: SwiftSecurityCombination) -> Code {
    var arguments = combination.schemes.compactMap { scheme -> Code? in
      guard scheme.proofType != nil else { return nil }
      let entryPoint: Code =
        if case .http(scheme: "basic") = scheme.declaration.kind {
          "password"
        } else {
          "text"
        }
      let name = Code.string(scheme.declaration.name)
      return "\(scheme.name.label): proofs.\(entryPoint)\(Code.list([name]))"
    }
    arguments += request(of: combination).map(\.argument)
    let call = "try await principal\(Code.list(arguments))" as Code
    return combination.hasScopes ? call : "SecurityGrant\(Code.list([call]))"
  }
}
