import ApusModel

/// Writes what one operation needs of those who send its requests.
struct SecurityRequirements {
  let alternatives: [EndpointSecurity]
  let security: SwiftSecurity?
  let spelling: TypeSpelling

  /// The constant in the operation's namespace; empty if it needs nothing.
  var constant: Code {
    guard let security, !alternatives.isEmpty else { return .empty }
    let elements = alternatives.map { element($0, security) }
    return """
      /// The alternatives, of which a request needs one.
      \(.access)nonisolated static let security: [SecurityRequirement] =\(Code.space(indenting: 2))\(Code.array(elements))
      """
  }

  private func element(_ alternative: EndpointSecurity, _ security: SwiftSecurity) -> Code {
    var code: Code = .empty
    for use in alternative.uses {
      guard let scheme = security.constant(of: use.scheme, spelling) else { continue }
      let scopes = use.scopes.map(Code.string)
      let labelled = scopes.prefix(1).map { "scopes: \($0)" as Code } + scopes.dropFirst()
      let arguments = Code.list([scheme] + labelled)
      code = code.isEmpty ? ".needs\(arguments)" : "\(code).and\(arguments)"
    }
    return code.isEmpty ? ".nothing" : code
  }

  /// What is needed, in words; nil if nothing is.
  var documentation: String? {
    guard let security, !alternatives.isEmpty else { return nil }
    let needed = alternatives.filter { !$0.uses.isEmpty }.map { alternative in
      alternative.uses.map { use in
        let name = security.schemes.first { $0.declaration.name == use.scheme }?.name
        let scopes = use.scopes.map { "`\($0)`" }.joined(separator: ", ")
        let shown = "`\(name?.afterDot.text ?? use.scheme)`"
        return scopes.isEmpty ? shown : "\(shown) (\(scopes))"
      }.joined(separator: " with ")
    }
    let isOptional = needed.count < alternatives.count
    guard !needed.isEmpty else { return nil }
    return "Credentials: \((needed + (isOptional ? ["none"] : [])).joined(separator: ", or "))."
  }
}
