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

    /// - Parameters:
    ///   - scopes: What the token must allow.
    ///   - rejected: The token that the server has just answered with 401.
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
  /// for one, it is asked for once; a request that is cancelled waits no more, and the last that
  /// waited cancels what gets the token.
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

  /// - Parameters:
  ///   - value: The token as it is sent.
  ///   - lifetime: How long it is valid from now on; nil if that is not known.
  ///   - scopes: What it allows; nil if that is what was asked for.
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

  /// A token that is being fetched.
  private struct Fetch {
    let number: Int
    let task: Task<String, any Error>
    /// How many requests wait for it.
    var waiting = 0
  }

  private let leeway: Duration
  private let clock: Time
  private let fetch: @Sendable (TokenProvider.Request) async throws -> AccessToken
  private var entries: [Entry] = []
  /// What is being fetched, by scopes.
  private var fetches: [Set<String>: Fetch] = [:]
  /// How many there have been.
  private var fetchCount = 0

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
    let fetch = fetches[scopes] ?? begin(request, scopes)
    fetches[scopes]?.waiting += 1
    defer { leave(fetch.number, scopes) }
    return try await Self.value(of: fetch.task)
  }

  private func begin(_ request: TokenProvider.Request, _ scopes: Set<String>) -> Fetch {
    fetchCount += 1
    let fetch = Fetch(
      number: fetchCount,
      task: Task { [number = fetchCount] in try await renew(request, scopes, number) })
    fetches[scopes] = fetch
    return fetch
  }

  /// Notes that a request waits no more.
  private func leave(_ number: Int, _ scopes: Set<String>) {
    guard let fetch = fetches[scopes], fetch.number == number else { return }
    fetches[scopes]?.waiting -= 1
    if fetch.waiting > 1 { return }
    fetches[scopes] = nil
    fetch.task.cancel()
  }

  /// What a task returns; `CancellationError` at once where the one that waits is cancelled.
  private static func value(of task: Task<String, any Error>) async throws -> String {
    let (values, value) = AsyncThrowingStream<String, any Error>.makeStream()
    Task {
      switch await task.result {
      case .success(let token):
        value.yield(token)
        value.finish()
      case .failure(let error): value.finish(throwing: error)
      }
    }
    for try await token in values { return token }
    throw CancellationError()
  }

  private func renew(
    _ request: TokenProvider.Request, _ scopes: Set<String>, _ number: Int
  ) async throws -> String {
    defer { if fetches[scopes]?.number == number { fetches[scopes] = nil } }
    let token = try await fetch(request)
    let end = token.lifetime.map { clock.now.advanced(by: $0 - leeway) }
    let granted = token.scopes ?? scopes
    entries.removeAll { $0.scopes.isSubset(of: granted) }
    // What was asked for and not granted would not be granted a moment later either.
    entries.append(Entry(value: token.value, scopes: granted.union(scopes), end: end))
    return token.value
  }
}
