/// What a client's owner may decide.
public struct ClientSettings: Sendable {
  /// Fields that every request carries which has none of that name.
  public var headers: HeaderFields = [:]
  /// The most bytes of a response that are kept in memory; of a longer one only the beginning is.
  public var bodyLimit = 1 << 24
  /// Whether a response that breaks the document's rules is a failure, though it could be read.
  public var failsOnViolations = false
  /// Is told of every response that breaks the document's rules, read or not.
  public var report: @Sendable ([Violation], Response) -> Void = { _, _ in }

  /// Other addresses for servers that the document has for single operations, by the addresses that
  /// it has for them: for tests, and where an address has variables, which have their defaults in it.
  public var servers: [String: String] = [:]
  /// Origins such as `https://files.example.com` that credentials may go to, beside the base URL's
  /// and those of ``servers``: where the document has servers of their own for single operations.
  public var trustedOrigins: Set<String> = []

  /// The settings as they are where nothing else is said.
  public init() {}
}

/// A response that breaks the document's rules, for a client that does not put up with that.
public struct InvalidResponse: Error, Sendable {
  /// The response.
  public let response: Response
  /// All rules that it breaks.
  public let violations: [Violation]
}
