/// One of the alternatives by which a request may be allowed: schemes, all of which it must satisfy
/// (OpenAPI 3.2.0, section 4.30).
public struct SecurityRequirement: Hashable, Sendable {
  /// A scheme that must be satisfied.
  public struct Use: Hashable, Sendable {
    /// The scheme.
    public let scheme: SecurityScheme
    /// What the sender must be allowed to do.
    public let scopes: [String]
  }

  /// The schemes; none where a request is allowed without.
  public let uses: [Use]

  /// The alternative to show nothing.
  public static let nothing = SecurityRequirement(uses: [])

  /// An alternative that needs a scheme.
  public static func needs(_ scheme: SecurityScheme, scopes: String...) -> SecurityRequirement {
    SecurityRequirement(uses: [Use(scheme: scheme, scopes: scopes)])
  }

  /// The same alternative with one more scheme that it needs.
  public func and(_ scheme: SecurityScheme, scopes: String...) -> SecurityRequirement {
    SecurityRequirement(uses: uses + [Use(scheme: scheme, scopes: scopes)])
  }

  /// All scopes of its schemes.
  var scopes: [String] { uses.flatMap(\.scopes) }

  /// Whether requests themselves carry something for it.
  var isCarried: Bool { uses.contains { $0.scheme.kind != .mutualTLS } }
}

extension SecurityRequirement: CustomStringConvertible {
  /// The names of the schemes.
  public var description: String {
    uses.isEmpty ? "nothing" : uses.map(\.scheme.name).joined(separator: " and ")
  }
}
