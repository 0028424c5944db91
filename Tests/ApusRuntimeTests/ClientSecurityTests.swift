import ApusRuntime
import Library
import Synchronization
import Testing

@Suite("The client's credentials")
struct ClientSecurityTests {
  /// The header fields, query and cookies that a request shows.
  private func shown(_ request: Request) -> [String] {
    let names = ["Authorization", "X-App-ID", "X-App-Key", "Cookie"].compactMap { HeaderName($0) }
    let fields = names.compactMap { name in
      request.headers[name].map { "\(name): \($0)" }
    }
    return fields + [request.query.map { "?\($0)" }].compactMap(\.self)
  }

  private func client(
    _ transport: Recorder, _ credentials: Credentials?, headers: HeaderFields = [:]
  ) -> Client {
    var settings = ClientSettings()
    settings.headers = headers
    return Client(
      baseURL: "https://library.example/v1", transport: transport, credentials: credentials,
      settings: settings)
  }

  @Test(
    "show what the first alternative needs for which there is everything",
    arguments: [
      (Credentials(token: "t"), ["Authorization: Bearer t"]),
      (Credentials(appID: "a", appKey: "k"), ["X-App-ID: a", "X-App-Key: k"]),
      (Credentials(token: "t", appID: "a", appKey: "k"), ["Authorization: Bearer t"]),
    ])
  func alternatives(_ credentials: Credentials, _ expected: [String]) async throws {
    let recorder = Recorder(Response(200, json: [String]()))
    _ = try await BooksClient(client(recorder, credentials)).listBooks()
    #expect(recorder.requests.map(shown) == [expected])
  }

  @Test(
    "missing ones are told, and nothing is sent",
    arguments: [nil, Credentials(), Credentials(appID: "a"), Credentials(oauth: "o")])
  func missing(_ credentials: Credentials?) async throws {
    let recorder = Recorder(Response(200, json: [String]()))
    await #expect {
      _ = try await BooksClient(client(recorder, credentials)).listBooks()
    } throws: { error in
      guard case ListBooks.Failure.unexpected(let cause as MissingCredentials) = error else {
        return false
      }
      return "\(cause)".hasSuffix("none for “token” or “appID and appKey”.")
    }
    #expect(recorder.requests.isEmpty)
  }

  @Test(
    "are shown in each place",
    arguments: [
      (Credentials(login: .init(user: "ann", password: "ü:1")), "Basic YW5uOsO8OjE="),
      (Credentials(digest: "username=\"ann\""), "Digest username=\"ann\""),
      (Credentials(identity: "i"), "Bearer i"),
    ])
  func authorization(_ credentials: Credentials, _ expected: String) async throws {
    let recorder = Recorder(Response(204))
    try await AccountsClient(client(recorder, credentials)).closeAccount()
    #expect(recorder.requests.map(shown) == [["Authorization: \(expected)"]])
  }

  @Test(
    "go to no origin that the client's owner hasn't named",
    arguments: [
      ("https://library.example/v1", nil, true), ("https://library.example/v1", "/v2", true),
      ("https://library.example/v1", "https://library.example/v2", true),
      ("https://library.example/v1", "HTTPS://Library.example:443/v2", true),
      ("https://library.example/v1", "http://library.example/v2", false),
      ("https://library.example/v1", "https://library.example:444", false),
      ("https://library.example/v1", "https://files.example", false),
      ("https://library.example/v1", "https://named.example/a", true),
      ("https://library.example/v1", "https://mapped.example", true),
      ("", "https://files.example", true),
    ])
  func origins(_ baseURL: String, _ server: String?, _ isTrusted: Bool) async throws {
    let recorder = Recorder(Response(204))
    var client = client(recorder, Credentials(token: "t"))
    var settings = ClientSettings()
    settings.trustedOrigins = ["https://named.example"]
    settings.servers = ["https://mapped.example": "https://elsewhere.example"]
    client = Client(
      baseURL: baseURL, transport: recorder, credentials: client.credentials, settings: settings)
    let call = client.call(
      .get, "/books", at: server, security: [.needs(SecuritySchemes.token)],
      failure: ListBooks.Failure.self)
    do throws(ListBooks.Failure) {
      _ = try await call.send()
      #expect(isTrusted)
    } catch {
      guard case .unexpected(let cause as UntrustedOrigin) = error else { throw error }
      #expect(!isTrusted && server?.hasPrefix(cause.origin) == true)
    }
    #expect(recorder.requests.count == (isTrusted ? 1 : 0))
    // Without credentials to show, there is nothing to keep.
    let open = client.call(.get, "/books", at: server, failure: ListBooks.Failure.self)
    _ = try await open.send()
  }

  @Test("can be given to a client of one service")
  func ofOneService() async throws {
    let recorder = Recorder(Response(200, json: [String]()))
    let books = BooksClient(transport: recorder, credentials: Credentials(token: "t"))
    _ = try await books.listBooks()
    #expect(recorder.requests.map(shown) == [["Authorization: Bearer t"]])
  }

  @Test("keys stand in the query and in cookies")
  func keys() async throws {
    let recorder = Recorder(Response(204))
    try await AccountsClient(client(recorder, Credentials(oldKey: "a&b"))).feed()
    try await AccountsClient(client(recorder, Credentials(session: "s=1"))).feed()
    #expect(recorder.requests.map(shown) == [["?api%20key=a%26b"], ["Cookie: session=s=1"]])
  }

  @Test("that are optional are shown where there are any")
  func optional() async throws {
    let recorder = Recorder(Response(200, json: Account(name: "a")))
    _ = try await AccountsClient(client(recorder, nil)).ownAccount()
    _ = try await AccountsClient(client(recorder, Credentials(session: "s"))).ownAccount()
    #expect(recorder.requests.map(shown) == [[], ["Cookie: session=s"]])
  }

  @Test("go nowhere where the document asks for none, or for a certificate")
  func open() async throws {
    let recorder = Recorder(Response(204))
    let credentials = Credentials(token: "t", session: "s")
    try await AccountsClient(client(recorder, credentials)).terms()
    try await AccountsClient(client(recorder, credentials)).staff()
    #expect(recorder.requests.map(shown) == [[], []])
  }

  @Test("may come from elsewhere")
  func elsewhere() async throws {
    let recorder = Recorder(Response(200, json: [String]()))
    _ = try await BooksClient(client(recorder, nil, headers: ["authorization": "x"])).listBooks()
    let external = Client(transport: recorder, credentials: ExternalCredentials())
    _ = try await BooksClient(external).listBooks()
    #expect(recorder.requests.map(shown) == [["Authorization: x"], []])
  }

  @Test(
    "that can't be written are refused",
    arguments: [
      Credentials(token: "a\nX: b"), Credentials(token: ""), Credentials(appID: "ü", appKey: "k"),
    ])
  func unusable(_ credentials: Credentials) async {
    let recorder = Recorder(Response(200, json: [String]()))
    await #expect {
      _ = try await BooksClient(client(recorder, credentials)).listBooks()
    } throws: { error in
      guard case ListBooks.Failure.unexpected(let cause) = error else { return false }
      return cause is UnusableCredential
    }
    #expect(recorder.requests.isEmpty)
  }

  @Test("a name with a colon, a cookie with a blank", arguments: ["ann:lee", "a\u{7}"])
  func unusableNames(_ user: String) async {
    let recorder = Recorder(Response(204))
    let credentials = Credentials(login: .init(user: user, password: "p"), session: "a b")
    let api = AccountsClient(client(recorder, credentials))
    await #expect(throws: CloseAccount.Failure.self) { try await api.closeAccount() }
    await #expect(throws: Feed.Failure.self) { try await api.feed() }
    #expect(recorder.requests.isEmpty)
  }

  @Test("are asked for once more where the server refuses a token")
  func refreshed() async throws {
    let recorder = Recorder(Response(401), Response(200, json: [String]()))
    let asked = Mutex<[String?]>([])
    let credentials = Credentials(
      token: TokenProvider { request in
        asked.withLock { $0.append(request.rejected) }
        return request.rejected == nil ? "old" : "new"
      })
    _ = try await BooksClient(client(recorder, credentials)).listBooks()
    #expect(
      recorder.requests.map(shown) == [
        ["Authorization: Bearer old"], ["Authorization: Bearer new"],
      ])
    #expect(asked.withLock { $0 } == [nil, "old"])
  }

  @Test(
    "are asked for no more than that",
    arguments: [("same", 1), ("other", 2)])
  func refused(_ second: String, _ count: Int) async throws {
    let recorder = Recorder(Response(401, json: Refusal(reason: "no")))
    let credentials = Credentials(
      token: TokenProvider { $0.rejected == nil ? "same" : second })
    await #expect {
      _ = try await BooksClient(client(recorder, credentials)).listBooks()
    } throws: { error in
      guard case ListBooks.Failure.unauthorized(let refusal) = error else { return false }
      return refusal.reason == "no"
    }
    #expect(recorder.requests.count == count)
  }

  @Test("ask for the scopes of the operation")
  func scopes() async throws {
    let recorder = Recorder(Response(204))
    let credentials = Credentials(
      oauth: TokenProvider { $0.scopes.joined(separator: " ").isEmpty ? "none" : $0.scopes[0] })
    try await BooksClient(client(recorder, credentials)).addBook("b")
    #expect(recorder.requests.map(shown) == [["Authorization: Bearer books.write"]])
  }

  @Test("say nothing of themselves")
  func hidden() {
    let credentials = Credentials(
      token: "secret", login: .init(user: "secret", password: "secret"), appKey: "secret")
    var text = "\(credentials)\(String(reflecting: credentials))"
    dump(credentials, to: &text)
    dump(Client(transport: Recorder(Response(204)), credentials: credentials), to: &text)
    dump(AccessToken("secret"), to: &text)
    #expect(!text.contains("secret"))
  }
}

@Suite("Tokens that are kept")
struct TokenCacheTests {
  private final class Source: Sendable {
    let fetches = Mutex<[TokenProvider.Request]>([])

    func fetch(_ request: TokenProvider.Request) -> AccessToken {
      let number = fetches.withLock { fetches in
        fetches.append(request)
        return fetches.count
      }
      return AccessToken("t\(number)", lifetime: .seconds(60))
    }
  }

  @Test("are used until shortly before they expire")
  func expiry() async throws {
    let clock = ManualClock()
    let source = Source()
    let provider = TokenProvider.caching(clock: clock) { source.fetch($0) }
    #expect(try await provider.token() == "t1")
    clock.advance(by: .seconds(29))
    #expect(try await provider.token() == "t1")
    clock.advance(by: .seconds(1))
    #expect(try await provider.token() == "t2")
  }

  @Test("are fetched anew where one is refused that is still in use")
  func refused() async throws {
    let source = Source()
    let provider = TokenProvider.caching(clock: ManualClock()) { source.fetch($0) }
    #expect(try await provider.token() == "t1")
    #expect(try await provider.token(for: .init(rejected: "t1")) == "t2")
    #expect(try await provider.token(for: .init(rejected: "t1")) == "t2")
    #expect(source.fetches.withLock { $0.map(\.rejected) } == [nil, "t1"])
  }

  @Test("allow what they were fetched for, and less")
  func scopes() async throws {
    let source = Source()
    let provider = TokenProvider.caching(clock: ManualClock()) { source.fetch($0) }
    #expect(try await provider.token(for: .init(scopes: ["a", "b"])) == "t1")
    #expect(try await provider.token(for: .init(scopes: ["b"])) == "t1")
    #expect(try await provider.token(for: .init(scopes: ["c"])) == "t2")
  }

  @Test("are fetched once, however many wait, and again where that failed")
  func shared() async throws {
    struct Broken: Error {}
    let source = Source()
    let isBroken = Mutex(true)
    let provider = TokenProvider.caching(clock: ManualClock()) { request in
      if isBroken.withLock({ $0 }) { throw Broken() }
      await Task.yield()
      return source.fetch(request)
    }
    await #expect(throws: Broken.self) { try await provider.token() }
    isBroken.withLock { $0 = false }
    let tokens = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<50 { group.addTask { try await provider.token() } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(tokens == ["t1"])
  }

  @Test(
    "don't hold up a request that is cancelled, and are fetched as long as one waits",
    .timeLimit(.minutes(1)))
  func cancelled() async throws {
    let (begins, begin) = AsyncStream<Void>.makeStream()
    let (ends, end) = AsyncStream<Void>.makeStream()
    let provider = TokenProvider.caching(clock: ManualClock()) { _ in
      begin.yield()
      let (never, _) = AsyncStream<Never>.makeStream()
      for await _ in never {}
      end.yield()
      throw CancellationError()
    }
    for _ in 0..<2 {
      let waiting = Task { try await provider.token() }
      for await _ in begins { break }
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
      for await _ in ends { break }
    }
  }
}
