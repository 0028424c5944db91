import ApusRuntime
import Library
import Synchronization
import Testing

@Suite("The router's guard")
struct RouterSecurityTests {
  /// A request, what is answered, what the header asks for, and what was done.
  struct Case: CustomTestStringConvertible {
    var request: Request
    var status: Int
    var challenge: String?
    var entry: String?

    init(
      _ method: HTTPMethod, _ target: String, _ headers: HeaderFields, body: String = "",
      _ status: Int, _ challenge: String? = nil, did entry: String? = nil
    ) {
      request = Request(method, target, headers: headers, body: Body(body))
      self.status = status
      self.challenge = challenge
      self.entry = entry
    }

    var testDescription: String { "\(request) \(request.headers)" }
  }

  private static let keys =
    #", ApiKey realm="API", in="header", name="X-App-ID""#
    + #", ApiKey realm="API", in="header", name="X-App-Key""#
  private static let nothing = #"Bearer realm="API""# + keys
  private static let invalid = #"Bearer realm="API", error="invalid_token""# + keys

  static let books = [
    Case(.get, "/books", [:], 401, nothing),
    Case(.get, "/books", ["Authorization": "bearer good"], 200, did: "good: listBooks"),
    Case(.get, "/books", ["Authorization": "Bearer bad"], 401, invalid),
    Case(.get, "/books", ["Authorization": "Bearer"], 401, invalid),
    Case(.get, "/books", ["Authorization": "Bearer good x"], 401, invalid),
    Case(
      .get, "/books", ["Authorization": "Bearer good", "authorization": "Basic x"], 401, invalid),
    Case(.get, "/books", ["Authorization": "Basic Z29vZDpnb29k"], 401, nothing),
    Case(.get, "/books?token=good", [:], 401, nothing),
    Case(.get, "/books", ["X-App-ID": "good id"], 401, nothing),
    Case(.get, "/books", ["X-App-ID": "bad", "X-App-Key": "good key"], 401, invalid),
    Case(
      .get, "/books", ["X-App-ID": "good id", "X-App-Key": "good key"], 200,
      did: "good id: listBooks"),
    Case(
      .get, "/books", ["X-App-ID": "good", "X-App-ID": "good", "X-App-Key": "good key"], 401,
      invalid),
    // What the first alternative refuses, the second one may allow.
    Case(
      .get, "/books",
      ["Authorization": "Bearer bad", "X-App-ID": "good id", "X-App-Key": "good key"], 200,
      did: "good id: listBooks"),
    Case(.head, "/books", [:], 401, nothing),
    Case(.get, "/books", ["Authorization": "Bearer broken"], 500),
  ]

  static let scopes = [
    Case(
      .post, "/books", ["Authorization": "Bearer good"], body: #""b""#, 204,
      did: "good: addBook b"),
    // Nothing is read of a request before it is settled who sends it.
    Case(
      .post, "/books", [:], body: "{", 401,
      #"Bearer realm="API", ApiKey realm="API", in="header", name="X-App-Key""#),
    Case(.post, "/books", ["Authorization": "Bearer good"], body: "{", 400),
    Case(
      .post, "/books", ["Authorization": "Bearer bad", "X-App-Key": "good"], body: #""b""#, 204,
      did: "goodbad: addBook b"),
  ]

  static let accounts = [
    Case(.get, "/accounts", [:], 200, did: "nobody: ownAccount"),
    Case(.get, "/accounts", ["Cookie": "a=1; session=good"], 200, did: "good: ownAccount"),
    Case(
      .get, "/accounts", ["Cookie": "session=bad"], 401,
      #"Basic realm="API", charset="UTF-8", ApiKey realm="API", in="cookie", name="session""#),
    Case(
      .get, "/accounts", ["Authorization": "Basic YW5uOmdvb2QgcGFzc3dvcmQ="], 200,
      did: "ann: ownAccount"),
    Case(
      .get, "/accounts", ["Authorization": "Basic !!"], 401,
      #"Basic realm="API", charset="UTF-8", ApiKey realm="API", in="cookie", name="session""#),
    Case(
      .delete, "/accounts", ["Authorization": "DIGEST of DELETE"], 204,
      did: "digester: closeAccount"),
    Case(
      .delete, "/accounts", [:], 401,
      #"Basic realm="API", charset="UTF-8", Digest realm="API", Bearer realm="API""#),
    Case(.get, "/accounts/staff", ["Client-Cert": "clerk"], 204, did: "clerk: staff"),
    Case(.get, "/accounts/staff", [:], 403),
    Case(.get, "/accounts/feed?api+key=good%20key", [:], 204, did: "good key: feed"),
    Case(
      .get, "/accounts/feed?api%20key=good&api%20key=good", [:], 401,
      #"ApiKey realm="API", in="query", name="api key", ApiKey realm="API", in="cookie", name="session""#
    ),
    Case(.get, "/accounts/terms", ["Authorization": "Bearer bad"], 204, did: "nobody: terms"),
    // Keys, and what belongs to other parameters, are no members of an object beside them.
    Case(
      .get, "/accounts/feed?page[size]=3&api+key=good", ["Cookie": "session=x"], 204,
      did: #"good: feed, page {"size":3}"#),
    Case(
      .get, "/accounts/feed?word=a&page[size]=3&more=b&api+key=good",
      ["Cookie": "session=x; theme=dark"], 204,
      did:
        #"good: feed, page {"size":3}, filter {"word":"a","more":"b"}, choices {"theme":"dark"}"#),
    Case(.get, "/accounts/feed?utm_source=b&api+key=good", [:], 204, did: "good: feed"),
    Case(.get, "/accounts/feed?api+key=good&page[size]=x", [:], 400),
    Case(
      .get, "/accounts/terms?a=b&api%20key=good", [:], 204, did: #"nobody: terms, all {"a":"b"}"#),
  ]

  @Test("lets in whom the porter knows, and nobody else", arguments: books + scopes + accounts)
  func cases(_ example: Case) async {
    let journal = LibraryService.Journal()
    let response = await Router(of: journal).respond(to: example.request)
    #expect(response.status == example.status)
    #expect(response.headers["WWW-Authenticate"] == example.challenge)
    #expect(journal.entries == [example.entry].compactMap(\.self))
  }

  @Test("refuses in the document's own words, where it has any")
  func shape() async throws {
    let router = Router(of: LibraryService.Journal())
    let documented = await router.respond(to: Request(.get, "/books"))
    #expect(documented.body.text == #"{"reason":"The request needs credentials."}"#)
    let other = await router.respond(to: Request(.delete, "/accounts"))
    #expect(other.headers["Content-Type"] == "application/problem+json")
  }

  @Test("a principal without the scopes is forbidden to do it")
  func insufficientScope() async throws {
    struct Clerk: RequestAuthenticator {
      func grant(for proofs: SecurityProofs) async throws -> SecurityGrant<String>? {
        SecurityGrant(try proofs.text("oauth"), scopes: ["books.read"])
      }
    }
    var router = Router()
    router.settings.realm = #"The "Library""#
    router.on(.post, "/books", security: AddBook.security, authenticatedBy: Clerk()) {
      _, _ throws(AddBook.Failure) in Response(204)
    }
    let api = BooksClient(
      Client(transport: router, credentials: Credentials(oauth: "o")))
    await #expect {
      try await api.addBook("b")
    } throws: { error in
      guard case AddBook.Failure.forbidden(let refusal) = error else { return false }
      return refusal.reason == "The credentials of the request do not allow it: books.write."
    }
    let request = Request(.post, "/books", headers: ["Authorization": "Bearer o"])
    let response = await router.respond(to: request)
    #expect(
      response.headers["WWW-Authenticate"]?.hasPrefix(
        #"Bearer realm="The \"Library\"", error="insufficient_scope", scope="books.write""#) == true
    )
  }

  @Test("no alternative at all lets nobody in")
  func noAlternative() async {
    for security in [[], [SecurityRequirement.nothing]] {
      var router = Router()
      router.on(.get, "/", security: security, authenticatedBy: Porter()) {
        _, _ throws(ListBooks.Failure) in Response(204)
      }
      #expect(await router.respond(to: Request(.get, "/")).status == 403)
    }
  }

  @Test("what keeps the porter from knowing is reported, and hidden")
  func broken() async {
    let reported = Mutex<[String]>([])
    var settings = RouterSettings()
    settings.report = { error, _ in reported.withLock { $0.append("\(type(of: error))") } }
    let router = Router(of: LibraryService.Journal(), settings: settings)
    let request = Request(.get, "/books", headers: ["Authorization": "Bearer broken"])
    #expect(await router.respond(to: request).status == 500)
    #expect(reported.withLock { $0 } == ["Broken"])
  }

  @Test(
    "client and router agree",
    arguments: [
      Credentials(token: "good"), Credentials(appID: "good id", appKey: "good key"),
      Credentials(
        login: .init(user: "ann", password: "good password"), appKey: "good", oldKey: "good & key",
        oauth: "good", identity: "good"),
      Credentials(session: "good=cookie"),
    ])
  func bothSides(_ credentials: Credentials) async throws {
    let journal = LibraryService.Journal()
    let client = Client(transport: Router(of: journal), credentials: credentials)
    let (books, accounts) = (BooksClient(client), AccountsClient(client))
    if credentials.token != nil || credentials.appID != nil { _ = try await books.listBooks() }
    if credentials.oauth != nil { try await books.addBook("b") }
    _ = try await accounts.ownAccount()
    if credentials.identity != nil { try await accounts.closeAccount() }
    if credentials.oldKey != nil || credentials.session != nil { try await accounts.feed() }
    #expect(!journal.entries.isEmpty)
  }

  @Test(
    "comparing takes all bytes into account",
    arguments: [
      ("a", "a", true), ("", "", true), ("a", "b", false), ("a", "ab", false), ("ab", "a", false),
      ("", "a", false), ("é", "e\u{301}", false),
    ])
  func constantTime(_ sent: String, _ secret: String, _ areEqual: Bool) {
    #expect(ConstantTime.areEqual(sent, secret) == areEqual)
  }
}
