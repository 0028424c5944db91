/// What gives a client the tokens that it shows: of HTTP's `Bearer` scheme or another one, of OAuth
/// 2, or of OpenID Connect.
///
///     "a token that never changes"
///     TokenProvider { _ in try await keychain.token() }
///     TokenProvider.caching { request in try await login(scopes: request.scopes) }
public struct TokenProvider: Sendable {
  /// What a token is wanted for.
  public struct Request: Sendable {
    /// What the token must allow.
    public let scopes: [String]
    /// The token that the server has just answered with 401; nil at first. A provider that gives
    /// another one is asked no more for the same request.
    public let rejected: String?

    public init(scopes: [String] = [], rejected: String? = nil) {
      self.scopes = scopes
      self.rejected = rejected
    }
  }

  private let give: @Sendable (Request) async throws -> String

  /// Tokens that are asked for with every request.
  public init(_ give: @escaping @Sendable (Request) async throws -> String) {
    self.give = give
  }

  /// The same token always.
  public init(_ token: String) {
    self.init { _ in token }
  }

  /// A token. Throws what getting one throws.
  public func token(for request: Request = Request()) async throws -> String {
    try await give(request)
  }

  /// Tokens that are kept until they expire or the server refuses them. However many requests wait
  /// for one, it is asked for once.
  ///
  /// - Parameters:
  ///   - leeway: How long before it expires a token is not used any more.
  ///   - clock: What tells the time.
  ///   - fetch: Gets a token from where tokens are given.
  public static func caching(
    leeway: Duration = .seconds(30), clock: some Clock<Duration> = ContinuousClock(),
    _ fetch: @escaping @Sendable (Request) async throws -> AccessToken
  ) -> TokenProvider {
    let cache = TokenCache(leeway: leeway, clock: clock, fetch: fetch)
    return TokenProvider { try await cache.token(for: $0) }
  }
}

extension TokenProvider: ExpressibleByStringLiteral {
  /// The same token always.
  public init(stringLiteral token: String) {
    self.init(token)
  }
}

extension TokenProvider: CustomReflectable {
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A token with what is known of it (RFC 6749, section 5.1).
public struct AccessToken: Sendable {
  /// The token as it is sent.
  public var value: String
  /// How long it is valid from now on; nil if that is not known.
  public var lifetime: Duration?
  /// What it allows; nil if that is what was asked for.
  public var scopes: Set<String>?

  public init(_ value: String, lifetime: Duration? = nil, scopes: Set<String>? = nil) {
    self.value = value
    self.lifetime = lifetime
    self.scopes = scopes
  }
}

extension AccessToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "AccessToken(hidden)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Keeps tokens until they expire or are refused.
private actor TokenCache<Time: Clock> where Time.Duration == Duration {
  private struct Entry {
    let value: String
    let scopes: Set<String>
    let end: Time.Instant?
  }

  private let leeway: Duration
  private let clock: Time
  private let fetch: @Sendable (TokenProvider.Request) async throws -> AccessToken
  private var entries: [Entry] = []
  /// What is being fetched, by scopes.
  private var fetches: [Set<String>: Task<String, any Error>] = [:]

  init(
    leeway: Duration, clock: Time,
    fetch: @escaping @Sendable (TokenProvider.Request) async throws -> AccessToken
  ) {
    self.leeway = leeway
    self.clock = clock
    self.fetch = fetch
  }

  func token(for request: TokenProvider.Request) async throws -> String {
    let scopes = Set(request.scopes)
    let now = clock.now
    entries.removeAll { entry in
      entry.value == request.rejected || entry.end.map { $0 <= now } ?? false
    }
    if let entry = entries.first(where: { scopes.isSubset(of: $0.scopes) }) { return entry.value }
    if let running = fetches[scopes] { return try await running.value }
    let task = Task { try await renew(request, scopes) }
    fetches[scopes] = task
    return try await task.value
  }

  private func renew(
    _ request: TokenProvider.Request, _ scopes: Set<String>
  ) async throws -> String {
    defer { fetches[scopes] = nil }
    let token = try await fetch(request)
    let end = token.lifetime.map { clock.now.advanced(by: $0 - leeway) }
    let granted = token.scopes ?? scopes
    entries.removeAll { $0.scopes.isSubset(of: granted) }
    // What was asked for and not granted would not be granted a moment later either.
    entries.append(Entry(value: token.value, scopes: granted.union(scopes), end: end))
    return token.value
  }
}
