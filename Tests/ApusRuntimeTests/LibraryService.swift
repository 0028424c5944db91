import ApusRuntime
import Library
import Synchronization

/// A library for the tests: it notes who did what.
struct LibraryService: BooksAPI, AccountsAPI {
  /// Who did what, in order.
  final class Journal: Sendable {
    private let lines = Mutex<[String]>([])

    var entries: [String] { lines.withLock { $0 } }

    func note(_ line: String) { lines.withLock { $0.append(line) } }
  }

  let user: String?
  let journal: Journal

  private func note(_ what: String) { journal.note("\(user ?? "nobody"): \(what)") }

  func listBooks() async throws(ListBooks.Failure) -> [String] {
    note("listBooks")
    return []
  }

  func addBook(_ body: String) async throws(AddBook.Failure) { note("addBook \(body)") }

  func ownAccount() async throws(OwnAccount.Failure) -> Account {
    note("ownAccount")
    return Account(name: user ?? "guest")
  }

  func closeAccount() async throws(CloseAccount.Failure) { note("closeAccount") }
  func staff() async throws(Staff.Failure) { note("staff") }

  func feed(
    page: Feed.Page?, filter: Feed.Filter?, choices: Feed.Choices?
  ) async throws(Feed.Failure) {
    let parts = [
      page.map { "page \($0.jsonText)" }, filter.map { "filter \($0.jsonText)" },
      choices.map { "choices \($0.jsonText)" },
    ]
    note((["feed"] + parts.compactMap(\.self)).joined(separator: ", "))
  }

  func terms(all: [String: JSON]?) async throws(Terms.Failure) {
    note("terms\(all.map { ", all \(JSON.object($0).jsonText)" } ?? "")")
  }
}

/// Knows whoever has a proof that begins with “good”.
struct Porter: Authenticator {
  struct Broken: Error {}

  private func owner(of proof: String) throws -> String? {
    if proof == "broken" { throw Broken() }
    return proof.hasPrefix("good") ? proof : nil
  }

  func principal(token: String) async throws -> String? { try owner(of: token) }

  func principal(appID: String, appKey: String) async throws -> String? {
    ConstantTime.areEqual(appKey, "good key") ? try owner(of: appID) : nil
  }

  func principal(oauth: String) async throws -> SecurityGrant<String>? {
    try owner(of: oauth).map {
      SecurityGrant($0, scopes: [$0 == "good-reader" ? "books.read" : "books.write"])
    }
  }

  func principal(appKey: String, oauth: String) async throws -> SecurityGrant<String>? {
    try owner(of: appKey + oauth).map { SecurityGrant($0) { $0 == "admin" } }
  }

  func principal(login: BasicCredentials) async throws -> String? {
    login.password == "good password" ? login.user : nil
  }

  func principal(session: String) async throws -> String? { try owner(of: session) }

  func principal(digest: String, request: Request) async throws -> String? {
    digest == "of \(request.method)" ? "digester" : nil
  }

  func principal(identity: String) async throws -> String? { try owner(of: identity) }

  func principal(certificate request: Request) async throws -> String? {
    request.headers["Client-Cert"]
  }

  func principal(oldKey: String) async throws -> String? { try owner(of: oldKey) }
}

extension Router {
  /// A router of the library.
  init(
    of journal: LibraryService.Journal, middleware: [any Middleware] = [],
    settings: RouterSettings = RouterSettings()
  ) {
    self.init(middleware: middleware, settings: settings)
    serve(authenticatedBy: Porter()) { (user: String) -> any BooksAPI in
      LibraryService(user: user, journal: journal)
    }
    serve(authenticatedBy: Porter()) { (user: String?) -> any AccountsAPI in
      LibraryService(user: user, journal: journal)
    }
  }
}

/// A transport that is a function.
struct Answer: Transport {
  let answer: @Sendable (Request) async throws -> Response

  func send(_ request: Request) async throws -> Response { try await answer(request) }
}

/// A transport that keeps the requests, and answers them one after another.
final class Recorder: Transport {
  private let state: Mutex<(requests: [Request], answers: [Response])>

  /// - Parameter answers: The last one is given to all further requests.
  init(_ answers: Response...) {
    state = Mutex((requests: [], answers: answers))
  }

  var requests: [Request] { state.withLock { $0.requests } }

  func send(_ request: Request) async throws -> Response {
    state.withLock { state in
      state.requests.append(request)
      return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
    }
  }
}
