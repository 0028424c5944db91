/// The value of an `Authorization` field: a scheme, and what it needs (RFC 9110, section 11.6.2).
struct AuthorizationField {
  /// The scheme in lower case.
  let scheme: String
  let credentials: Substring

  init?(_ value: String) {
    let name = value.utf8.prefix { $0 != 0x20 }
    guard Token.isValid(Substring(name)) else { return nil }
    scheme = String(Substring(name)).lowercased()
    credentials = ASCII.trimmed(Substring(value.utf8.dropFirst(name.count)))
  }

  /// A scheme's name as its registration spells it (RFC 9110, section 16.4.1), where that is known:
  /// though the case means nothing, some servers look at it.
  static func spelling(of scheme: String) -> String {
    let names = [
      "Basic", "Bearer", "Concealed", "Digest", "DPoP", "GNAP", "HOBA", "Mutual", "Negotiate",
      "OAuth", "PrivateToken", "SCRAM-SHA-1", "SCRAM-SHA-256", "vapid",
    ]
    return names.first { ASCII.areEqualIgnoringCase($0, scheme) } ?? scheme
  }
}
