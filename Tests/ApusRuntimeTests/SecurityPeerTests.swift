import ApusRuntime
import Foundation
import Library
import Synchronization
import Testing

/// The client's credentials go over a connection to the router, by every scheme and combination.
@Suite("Credentials between client and server")
struct SecurityPeerTests {
  /// What a call comes to.
  enum Outcome: Equatable, Sendable {
    case success
    /// Refused in the document's words.
    case unauthorized, forbidden
    /// Refused with a status that the document doesn't have.
    case status(Int)
    /// Not sent.
    case unsent
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let credentials: Credentials?
    let outcome: Outcome
    /// What was done on the server.
    let entry: String?
    let call: @Sendable (Client) async throws -> Void

    init(
      _ description: String, _ credentials: Credentials?, _ outcome: Outcome, did entry: String?,
      _ call: @escaping @Sendable (Client) async throws -> Void
    ) {
      testDescription = description
      self.credentials = credentials
      self.outcome = outcome
      self.entry = entry
      self.call = call
    }
  }

  @Sendable private static func list(_ client: Client) async throws {
    _ = try await BooksClient(client).listBooks()
  }
  @Sendable private static func add(_ client: Client) async throws {
    try await BooksClient(client).addBook("b")
  }
  @Sendable private static func own(_ client: Client) async throws {
    _ = try await AccountsClient(client).ownAccount()
  }
  @Sendable private static func close(_ client: Client) async throws {
    try await AccountsClient(client).closeAccount()
  }
  @Sendable private static func feed(_ client: Client) async throws {
    try await AccountsClient(client).feed()
  }

  private static func login(_ user: String, _ password: String) -> Credentials {
    Credentials(login: .init(user: user, password: password))
  }

  static let cases = [
    Case("bearer", .init(token: "good"), .success, did: "good: listBooks", list),
    Case("a wrong bearer token", .init(token: "bad"), .unauthorized, did: nil, list),
    Case("nothing", nil, .unsent, did: nil, list),
    Case("half of two keys", .init(appID: "good"), .unsent, did: nil, list),
    Case(
      "two keys in fields", .init(appID: "good id", appKey: "good key"), .success,
      did: "good id: listBooks", list),
    Case(
      "two keys, one of them wrong", .init(appID: "good id", appKey: "bad"), .unauthorized,
      did: nil, list),
    Case(
      "a wrong token before right keys", .init(token: "bad", appID: "good", appKey: "good key"),
      .unauthorized, did: nil, list),
    Case("OAuth", .init(oauth: "good"), .success, did: "good: addBook b", add),
    Case("OAuth without the scope", .init(oauth: "good-reader"), .forbidden, did: nil, add),
    Case("a wrong token of OAuth", .init(oauth: "bad"), .unauthorized, did: nil, add),
    Case("basic", login("änn", "good password"), .success, did: "änn: ownAccount", own),
    Case("basic, wrong", login("ann", "bad"), .status(401), did: nil, own),
    Case("a guest", nil, .success, did: "nobody: ownAccount", own),
    Case("a cookie", .init(session: "good=a/b"), .success, did: "good=a/b: ownAccount", own),
    Case("a wrong cookie", .init(session: "bad"), .status(401), did: nil, own),
    Case(
      "another scheme", .init(digest: "of DELETE"), .success, did: "digester: closeAccount", close),
    Case("OpenID", .init(identity: "good"), .success, did: "good: closeAccount", close),
    Case("a key in the query", .init(oldKey: "good+&=ü%"), .success, did: "good+&=ü%: feed", feed),
    Case("a wrong key in the query", .init(oldKey: "bad"), .status(401), did: nil, feed),
    Case("a cookie for want of a key", .init(session: "good"), .success, did: "good: feed", feed),
  ]

  @Test("arrive, or are refused", arguments: cases)
  func arrive(_ example: Case) async throws {
    let journal = LibraryService.Journal()
    let server = try LoopbackServer(serving: Router(of: journal))
    let client = Client(
      baseURL: server.baseURL, transport: URLSessionTransport(), credentials: example.credentials)
    let outcome: Outcome
    do {
      try await example.call(client)
      outcome = .success
    } catch {
      outcome = try #require(Self.outcome(of: error))
    }
    #expect(outcome == example.outcome)
    #expect(journal.entries == [example.entry].compactMap(\.self))
  }

  private static func outcome(of error: any Error) -> Outcome? {
    switch error {
    case ListBooks.Failure.unauthorized, AddBook.Failure.unauthorized: .unauthorized
    case AddBook.Failure.forbidden: .forbidden
    case OwnAccount.Failure.undocumented(let response), Feed.Failure.undocumented(let response):
      .status(response.status)
    case ListBooks.Failure.unexpected(let cause) where cause is MissingCredentials: .unsent
    default: nil
    }
  }

  @Test("a token that the server refuses is asked for anew, and the call is a success")
  func renewed() async throws {
    let journal = LibraryService.Journal()
    let server = try LoopbackServer(serving: Router(of: journal))
    let asked = Mutex<[[String]]>([])
    let provider = TokenProvider.caching { request in
      asked.withLock { $0.append(request.scopes) }
      return AccessToken(request.rejected == nil ? "expired" : "good")
    }
    let client = Client(
      baseURL: server.baseURL, transport: URLSessionTransport(),
      credentials: Credentials(oauth: provider))
    try await BooksClient(client).addBook("b")
    try await BooksClient(client).addBook("c")
    #expect(journal.entries == ["good: addBook b", "good: addBook c"])
    #expect(asked.withLock { $0 } == [["books.write"], ["books.write"]])
  }
}
