extension RequestReader {
  /// Who the request comes from.
  ///
  /// - Throws: The operation's refusal, also where nothing is shown and showing nothing is among the
  ///   alternatives: then see ``principalIfAny(_:_:)``.
  mutating func principal<Authenticator: RequestAuthenticator>(
    _ alternatives: [SecurityRequirement], _ authenticator: Authenticator
  ) async throws(Failure) -> Authenticator.Principal {
    let answer: Authentication<Authenticator.Principal>
    do {
      answer = try await Authentication(of: request, alternatives, authenticator)
    } catch {
      throw .unexpected(error)
    }
    switch answer {
    case .granted(let principal): return principal
    case .refused(let reason):
      let refusal = AccessRefusal(reason: reason, alternatives: alternatives)
      contents.value.challenge = refusal.challenge(realm: contents.value.settings.realm)
      throw .refusing(refusal)
    }
  }

  /// Who the request comes from; nil where it shows nothing, which the alternatives allow.
  mutating func principalIfAny<Authenticator: RequestAuthenticator>(
    _ alternatives: [SecurityRequirement], _ authenticator: Authenticator
  ) async throws(Failure) -> Authenticator.Principal? {
    let proofs = alternatives.filter { !$0.uses.isEmpty }
    let isAnonymous = proofs.allSatisfy { alternative in
      alternative.uses.contains { use in
        if case .absent = use.scheme.proof(in: request) { true } else { false }
      }
    }
    return isAnonymous ? nil : try await principal(proofs, authenticator)
  }
}

/// What came of the search for who a request comes from.
private enum Authentication<Principal: Sendable> {
  case granted(Principal)
  case refused(AccessRefusal.Reason)

  /// Tries the alternatives in their order; what stands in the way of the one that came furthest is
  /// the reason of a refusal.
  init(
    of request: Request, _ alternatives: [SecurityRequirement],
    _ authenticator: some RequestAuthenticator<Principal>
  ) async throws {
    var reason = AccessRefusal.Reason.missing
    for alternative in alternatives where !alternative.uses.isEmpty {
      let proofs: SecurityProofs
      switch Self.proofs(for: alternative, in: request) {
      case .absent: continue
      case .broken:
        if reason == .missing { reason = .invalid }
        continue
      case .found(let found): proofs = found
      }
      guard let grant = try await authenticator.grant(for: proofs) else {
        if reason == .missing { reason = .invalid }
        continue
      }
      let missing = grant.missing(of: alternative.scopes)
      guard !missing.isEmpty else {
        self = .granted(grant.principal)
        return
      }
      reason = .insufficientScope(alternative.scopes)
    }
    self = .refused(reason)
  }

  private enum Found {
    case absent, broken
    case found(SecurityProofs)
  }

  private static func proofs(for alternative: SecurityRequirement, in request: Request) -> Found {
    var secrets: [(scheme: String, secret: SecurityProofs.Secret)] = []
    var isBroken = false
    for use in alternative.uses {
      switch use.scheme.proof(in: request) {
      case .absent: return .absent
      case .broken: isBroken = true
      case .proof(let secret): secrets.append((use.scheme.name, secret))
      }
    }
    return isBroken ? .broken : .found(SecurityProofs(secrets, in: request))
  }
}
