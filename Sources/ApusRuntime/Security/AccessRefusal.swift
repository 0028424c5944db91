/// Why a request isn't allowed. Its description is fit for the client.
public struct AccessRefusal: Error, Hashable, Sendable {
  /// The sorts of reasons.
  public enum Reason: Hashable, Sendable {
    /// The request shows nothing of who sends it.
    case missing
    /// What it shows is nobody's.
    case invalid
    /// Whoever it comes from lacks these scopes.
    case insufficientScope([String])
  }

  /// The reason.
  public let reason: Reason
  /// The alternatives of the operation.
  let alternatives: [SecurityRequirement]

  /// 403 where the sender is known, and where the request itself could carry nothing that would help
  /// it; else 401.
  public var status: Int {
    if case .insufficientScope = reason { return 403 }
    return alternatives.contains(where: \.isCarried) ? 401 : 403
  }

  /// The refusal as problem JSON (RFC 9457).
  public var response: Response {
    ProblemDetails(status: status, detail: description).response
  }

  /// How a client may show who it is (RFC 9110, section 11.6.1); nil where it can't.
  ///
  /// - Parameter realm: What is protected, in the owner's words.
  func challenge(realm: String) -> String? {
    var challenges: [String] = []
    for scheme in alternatives.flatMap(\.uses).map(\.scheme) {
      guard let challenge = challenge(of: scheme, realm: realm), !challenges.contains(challenge)
      else { continue }
      challenges.append(challenge)
    }
    return challenges.isEmpty ? nil : challenges.joined(separator: ", ")
  }

  private func challenge(of scheme: SecurityScheme, realm: String) -> String? {
    var parameters = ["realm=\(Self.quoted(realm))"]
    switch (scheme.kind, scheme.authorizationScheme) {
    case (.mutualTLS, _): return nil
    // There is no registered scheme for keys, but a 401 must have a challenge.
    case (.apiKey(let name, let location), _):
      parameters += ["in=\"\(location)\"", "name=\(Self.quoted(name))"]
      return "ApiKey \(parameters.joined(separator: ", "))"
    case (_, "basic"): parameters.append("charset=\"UTF-8\"")
    case (_, "bearer"): parameters += bearerParameters
    default: break
    }
    guard let name = scheme.authorizationScheme, Token.isValid(name) else { return nil }
    let spelling = AuthorizationField.spelling(of: name)
    return "\(spelling) \(parameters.joined(separator: ", "))"
  }

  /// What is said of a token that was sent (RFC 6750, section 3).
  private var bearerParameters: [String] {
    switch reason {
    case .missing: []
    case .invalid: ["error=\"invalid_token\""]
    case .insufficientScope(let scopes):
      ["error=\"insufficient_scope\"", "scope=\(Self.quoted(scopes.joined(separator: " ")))"]
    }
  }

  /// A quoted string (RFC 9110, section 5.6.4).
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars where (0x20..<0x7F).contains(scalar.value) {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}

extension AccessRefusal: CustomStringConvertible {
  public var description: String {
    switch reason {
    case .missing: "The request needs credentials."
    case .invalid: "The credentials of the request are not valid."
    case .insufficientScope(let scopes):
      "The credentials of the request do not allow it: \(scopes.joined(separator: ", "))."
    }
  }
}
