import ApusSource

extension ObjectFields {
  /// What a scheme's `type` and the fields that belong to it say.
  ///
  /// All fields are asked for first, so that one that belongs to another type isn't taken for a
  /// misspelt one.
  mutating func securitySchemeKind() -> SecurityScheme.Kind? {
    let type = requiredString("type")
    let name = string("name")
    let location = string("in")
    let scheme = string("scheme")
    let bearerFormat = string("bearerFormat")
    let flows: OAuthFlows? = object("flows")
    let url = string("openIdConnectUrl")
    let metadataURL = string("oauth2MetadataUrl", since: .v32)
    switch type {
    case "apiKey":
      guard let location = keyLocation(location), let name = needed(name, "name") else {
        return nil
      }
      return .apiKey(name: name, location: location)
    case "http":
      return needed(scheme, "scheme").map {
        .http(scheme: $0.lowercased(), bearerFormat: bearerFormat)
      }
    case "oauth2":
      return needed(flows, "flows").map { .oauth2($0, metadataURL: metadataURL) }
    case "openIdConnect":
      return needed(url, "openIdConnectUrl").map { .openIDConnect(url: $0) }
    case "mutualTLS":
      return .mutualTLS
    default:
      reportType(type)
      return nil
    }
  }

  private func needed<Value>(_ value: Value?, _ name: String) -> Value? {
    if value == nil {
      context.fail("this security scheme can't be used without '\(name)'", at: place.nameSpan)
    }
    return value
  }

  private func keyLocation(_ text: String?) -> Parameter.Location? {
    guard let text = needed(text, "in") else { return nil }
    let allowed: [Parameter.Location] = [.query, .header, .cookie]
    if let location = allowed.first(where: { $0.rawValue == text }) { return location }
    let hint = SpellingSuggestion.hint(for: text, among: allowed.map(\.rawValue))
    let span = place.member("in")?.span ?? place.nameSpan
    context.fail("no request carries a key in '\(text)'\(hint)", at: span)
    return nil
  }

  private func reportType(_ type: String) {
    guard let span = place.member("type")?.span else {
      context.fail("this security scheme can't be used without 'type'", at: place.nameSpan)
      return
    }
    let types = ["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]
    let hint = SpellingSuggestion.hint(for: type, among: types)
    context.fail("there is no security scheme of the type '\(type)'\(hint)", at: span)
  }
}
