import ApusSource

/// One of the alternatives by which a request may be allowed (OpenAPI 3.2.0, section 4.30).
public struct SecurityRequirement: Located {
  /// One scheme that must be satisfied.
  public struct Use: Sendable {
    /// The scheme's name under `components`.
    public let name: String
    /// The scheme.
    public let scheme: SecurityScheme
    /// What the token must allow.
    public let scopes: [String]
  }

  /// The schemes, all of which must be satisfied; none if a request is allowed without.
  public let uses: [Use]
  public let place: Place
}

extension ObjectFields {
  /// The alternatives under `security`, or nothing if there is no such field.
  mutating func securityRequirements() -> [SecurityRequirement]? {
    guard let value = value("security") else { return nil }
    // No operation may become open because what asks for security is not written as it should be.
    if value.node.kind == .mapping, Reference(at: value) == nil {
      context.fail("'security' is a sequence, not a mapping", at: value.span)
      return []
    }
    return context.elements(of: value, named: "security").compactMap {
      context.securityRequirement(at: $0)
    }
  }
}

extension ReadingContext {
  /// An alternative; nothing, and a report, if a scheme of it isn't known: an operation must not
  /// become open because a name is misspelt.
  fileprivate func securityRequirement(at place: Place) -> SecurityRequirement? {
    guard place.node.kind == .mapping else {
      let kind = place.node.kind.withArticle
      fail("a Security Requirement Object is a mapping, not \(kind)", at: place.span)
      return nil
    }
    var uses: [SecurityRequirement.Use] = []
    for (key, scopes) in place.members {
      guard let (name, scheme) = securityScheme(named: key, at: scopes.nameSpan, in: place) else {
        return nil
      }
      let names = elements(of: scopes, named: key).compactMap { scope -> String? in
        if scope.node.string == nil { reportKind(of: scope, expected: "a scope is a string") }
        return scope.node.string
      }
      uses.append(.init(name: name, scheme: scheme, scopes: names))
    }
    return SecurityRequirement(uses: uses, place: place)
  }

  private func securityScheme(
    named name: String, at span: SourceSpan, in requirement: Place
  ) -> (name: String, scheme: SecurityScheme)? {
    let schemes = securitySchemes
    if let place = schemes?.member(name) {
      let scheme =
        Reference(at: place) == nil
        ? readShared(SecurityScheme.self, at: place, from: span)
        : read(SecurityScheme.self, at: place)
      return scheme.map { (name, $0) }
    }
    // Since 3.2, what names none may be the URI of one.
    if documents.version >= .v32, name.contains("/") || name.contains("#") {
      let reference = Reference(name, at: span, in: .place(requirement))
      guard let target = target(of: reference) else { return nil }
      let component = schemes?.members.first { $0.place.pointer == target.pointer }
      return readShared(SecurityScheme.self, at: target, from: span).map {
        (component?.key ?? name, $0)
      }
    }
    let hint = SpellingSuggestion.hint(for: name, among: schemes?.node.members.map(\.key) ?? [])
    fail("no security scheme under 'components' is named '\(name)'\(hint)", at: span)
    return nil
  }
}
