/// The names under which a request may carry credentials, by its document.
struct SecretNames: Hashable, Sendable {
  private(set) var headers: Set<HeaderName> = []
  private(set) var query: Set<String> = []

  /// Adds what schemes say.
  mutating func insert(_ alternatives: [SecurityRequirement]) {
    for use in alternatives.flatMap(\.uses) {
      guard case .apiKey(let name, let location) = use.scheme.kind else { continue }
      switch location {
      case .query: query.insert(name)
      case .header: if let name = HeaderName(name) { headers.insert(name) }
      case .cookie: continue
      }
    }
  }
}

extension Request: CustomStringConvertible {
  /// The path and the query, with the values hidden of what is a credential by the document.
  public var redactedTarget: String {
    guard let query, !secrets.query.isEmpty else { return target }
    let items = query.split(separator: "&", omittingEmptySubsequences: false).map { item in
      let (name, _) = ParameterItems.split(item)
      let plain = PercentEncoding.decode(name, plusIsSpace: true)
      let isSecret = plain.map(secrets.query.contains) ?? true
      return isSecret && !item.isEmpty ? "\(name)=hidden" : String(item)
    }
    return "\(path)?\(items.joined(separator: "&"))"
  }

  /// The header, with the values hidden of what is a credential, by the document or by HTTP.
  public var redactedHeaders: HeaderFields { headers.redacted(hiding: secrets.headers) }

  /// The method and the target, without credentials.
  public var description: String { "\(method) \(origin ?? "")\(redactedTarget)" }
}

extension HeaderFields {
  /// The fields, with the values hidden of those that carry credentials.
  var redacted: HeaderFields { redacted(hiding: []) }

  fileprivate func redacted(hiding names: Set<HeaderName>) -> HeaderFields {
    let secrets = names.union(["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"])
    var fields = HeaderFields()
    for field in self {
      fields.append(field.name, secrets.contains(field.name) ? "hidden" : field.value)
    }
    return fields
  }
}
