import ApusCore
import ApusOpenAPI
import ApusSource

/// One way in which a request may be allowed: what it shows, and what the tokens must allow.
private struct Permit {
  /// The scopes, by what each scheme asks for.
  var scopes: [String: Set<String>]
  var words: String
  var span: SourceSpan

  init(_ requirement: SecurityRequirement) {
    scopes = [:]
    for use in requirement.uses {
      scopes[use.scheme.demand(named: use.name), default: []].formUnion(use.scopes)
    }
    words =
      requirement.uses.isEmpty
      ? "nothing" : requirement.uses.map { "'\($0.name)'" }.joined(separator: " and ")
    span = requirement.span
  }

  /// What a request needs where the document asks for nothing.
  init(none span: SourceSpan) {
    scopes = [:]
    words = "nothing"
    self.span = span
  }

  /// Whether requests that are allowed in another way are allowed in this one.
  func isSatisfied(by other: Permit) -> Bool {
    scopes.allSatisfy { scheme, needed in
      other.scopes[scheme].map(needed.isSubset(of:)) ?? false
    }
  }
}

extension SecurityScheme {
  /// What requests show, whatever the scheme is called; of schemes that only name a protocol, the
  /// name tells which party of it is meant.
  fileprivate func demand(named name: String) -> String {
    switch kind {
    case .apiKey(let key, let location):
      "key \(location == .header ? key.lowercased() : key) in \(location.rawValue)"
    case .http(let scheme, _): "http \(scheme)"
    case .oauth2: "oauth2 \(name)"
    case .openIDConnect(let url): "openIdConnect \(url)"
    case .mutualTLS: "mutualTLS"
    }
  }

  /// What tokens look like, which only people read.
  fileprivate var bearerFormat: String? {
    if case .http(_, let format) = kind { format } else { nil }
  }

  /// The sort of scheme, as the standard names it.
  fileprivate var type: String {
    switch kind {
    case .apiKey: "apiKey"
    case .http: "http"
    case .oauth2: "oauth2"
    case .openIDConnect: "openIdConnect"
    case .mutualTLS: "mutualTLS"
    }
  }
}

/// The rules about what requests must show.
private struct SecurityRules {
  let added, removed, scopeAdded, scopeRemoved: MessageRule

  static let operation = SecurityRules(
    added: .apiSecurityAdded, removed: .apiSecurityRemoved, scopeAdded: .apiSecurityScopeAdded,
    scopeRemoved: .apiSecurityScopeRemoved)
  static let global = SecurityRules(
    added: .apiGlobalSecurityAdded, removed: .apiGlobalSecurityRemoved,
    scopeAdded: .apiGlobalSecurityScopeAdded, scopeRemoved: .apiGlobalSecurityScopeRemoved)
}

extension WireComparison {
  /// Compares what requests of an operation must show. What the documents say of all operations that
  /// say nothing themselves is compared once.
  func compareSecurity(_ before: Operation, _ after: Operation) {
    if before.place.node["security"] == nil, after.place.node["security"] == nil {
      unit(.security, .document) { [self] in
        compareSecurity(
          (old.security, old.span(of: "security")), (new.security, new.span(of: "security")),
          .global)
      }
    } else {
      compareSecurity(
        (before.security, before.span(of: "security")),
        (after.security, after.span(of: "security")), .operation)
    }
  }

  private func compareSecurity(
    _ before: (requirements: [SecurityRequirement], span: SourceSpan),
    _ after: (requirements: [SecurityRequirement], span: SourceSpan), _ rules: SecurityRules
  ) {
    let spans = (old: before.span, new: after.span)
    let known = Self.permits(before.requirements, spans.old)
    let now = Self.permits(after.requirements, spans.new)
    for permit in known where !now.contains(where: { $0.isSatisfied(by: permit) }) {
      let same = now.first { Set($0.scopes.keys).isSubset(of: permit.scopes.keys) }
      note(
        same != nil
          ? rules.scopeAdded : permit.scopes.isEmpty ? rules.added : rules.removed,
        .clients,
        same != nil
          ? "with \(permit.words), further scopes are needed now"
          : permit.scopes.isEmpty
            ? "a request needs \(Self.list(now)) now, and needed nothing"
            : "\(permit.words) does not allow a request any more; \(Self.list(now)) does",
        old: permit.span, new: same?.span ?? now.first?.span ?? spans.new)
    }
    for permit in now where !known.contains(where: { $0.isSatisfied(by: permit) }) {
      let same = known.first { Set($0.scopes.keys).isSubset(of: permit.scopes.keys) }
      note(
        same != nil
          ? rules.scopeRemoved : permit.scopes.isEmpty ? rules.removed : rules.added,
        .servers,
        same != nil
          ? "with \(permit.words), fewer scopes are needed now"
          : permit.scopes.isEmpty
            ? "a request needs nothing now, and needed \(Self.list(known))"
            : "\(permit.words) allows a request now",
        old: same?.span ?? known.first?.span ?? spans.old, new: permit.span)
    }
  }

  private static func permits(_ requirements: [SecurityRequirement], _ span: SourceSpan) -> [Permit]
  {
    requirements.isEmpty ? [Permit(none: span)] : requirements.map(Permit.init)
  }

  private static func list(_ permits: [Permit]) -> String {
    permits.map(\.words).joined(separator: " or ")
  }

  /// Compares the schemes by which clients show who they are.
  func compareSchemes() {
    let (before, after) = (old.components.securitySchemes, new.components.securitySchemes)
    for entry in before {
      guard let other = after[entry.key] else {
        note(
          .apiSecurityComponentRemoved, [], "the security scheme '\(entry.key)' is gone",
          old: entry.keySpan, new: nil)
        continue
      }
      compare(entry.value, other, named: entry.key)
    }
    for entry in after where before[entry.key] == nil {
      note(
        .apiSecurityComponentAdded, [], "the security scheme '\(entry.key)' is new", old: nil,
        new: entry.keySpan)
    }
  }

  private func compare(_ before: SecurityScheme, _ after: SecurityScheme, named name: String) {
    let spans = (old: before.place.nameSpan, new: after.place.nameSpan)
    let words = "the security scheme '\(name)'"
    guard before.type == after.type else {
      note(
        .apiSecurityComponentTypeChanged, .wire,
        "\(words) is of the type '\(after.type)' now, and was of '\(before.type)'", old: spans.old,
        new: spans.new)
      return
    }
    if case .oauth2(let old, let address) = before.kind,
      case .oauth2(let new, let newAddress) = after.kind
    {
      if address != newAddress {
        note(
          .apiSecurityComponentOAuthURLChanged, .clients,
          "\(words) has another address for what it is", old: before.span(of: "oauth2MetadataUrl"),
          new: after.span(of: "oauth2MetadataUrl"))
      }
      compareFlows(old, new, words)
    } else if before.demand(named: name) != after.demand(named: name) {
      note(
        .apiSecurityComponentChanged, .wire, "\(words) asks for something else now",
        old: spans.old, new: spans.new)
    }
    if before.description != after.description || before.isDeprecated != after.isDeprecated
      || before.bearerFormat != after.bearerFormat
    {
      note(
        .documentationChanged, [], "\(words) is documented differently", old: spans.old,
        new: spans.new)
    }
  }

  private func compareFlows(_ before: OAuthFlows, _ after: OAuthFlows, _ words: String) {
    for entry in before.flows {
      guard let flow = after.flows[entry.key] else {
        note(
          .apiSecurityComponentOAuthFlowRemoved, .clients,
          "\(words) has no flow '\(entry.key)' any more", old: entry.keySpan,
          new: after.place.nameSpan)
        continue
      }
      compare(entry.value, flow, "\(words), flow '\(entry.key)',")
    }
    for entry in after.flows where before.flows[entry.key] == nil {
      note(
        .apiSecurityComponentOAuthFlowAdded, [], "\(words) has the flow '\(entry.key)' now",
        old: before.place.nameSpan, new: entry.keySpan)
    }
  }

  private func compare(_ before: OAuthFlow, _ after: OAuthFlow, _ words: String) {
    if before.authorizationURL != after.authorizationURL
      || before.deviceAuthorizationURL != after.deviceAuthorizationURL
    {
      note(
        .apiSecurityComponentOAuthURLChanged, .clients,
        "\(words) has another address where access is granted", old: before.place.nameSpan,
        new: after.place.nameSpan)
    }
    if before.tokenURL != after.tokenURL || before.refreshURL != after.refreshURL {
      note(
        .apiSecurityComponentOAuthTokenURLChanged, .clients,
        "\(words) has another address for tokens", old: before.span(of: "tokenUrl"),
        new: after.span(of: "tokenUrl"))
    }
    for scope in before.scopes {
      guard let description = after.scopes[scope.key] else {
        note(
          .apiSecurityComponentOAuthScopeRemoved, .clients,
          "\(words) has no scope '\(scope.key)' any more", old: scope.keySpan,
          new: after.span(of: "scopes"))
        continue
      }
      if description != scope.value {
        note(
          .documentationChanged, [],
          "the scope '\(scope.key)' of \(words) is documented differently", old: scope.keySpan,
          new: after.scopes.first { $0.key == scope.key }?.keySpan)
      }
    }
    for scope in after.scopes where before.scopes[scope.key] == nil {
      note(
        .apiSecurityComponentOAuthScopeAdded, [],
        "\(words) has the scope '\(scope.key)' now", old: before.span(of: "scopes"),
        new: scope.keySpan)
    }
  }
}
