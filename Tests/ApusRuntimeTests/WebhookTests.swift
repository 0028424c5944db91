import ApusRuntime
import Foundation
import Post
import Synchronization
import Testing

@Suite("Webhooks and callbacks")
struct WebhookTests {
  /// Notes what is told.
  private struct Receiver: ParcelsWebhooksAPI, WatchParcelMovedAPI, WatchParcelStoppedAPI,
    WebhooksAPI
  {
    let journal: Journal

    final class Journal: Sendable {
      private let lines = Mutex<[String]>([])
      var entries: [String] { lines.withLock { $0 } }
      func note(_ line: String) { lines.withLock { $0.append(line) } }
    }

    func strikeBegins(_ body: StrikeBegins.RequestBody?) async throws(StrikeBegins.Failure) {
      journal.note("strike of \(body?.days ?? 0) days")
    }

    func moved(_ body: Move) async throws(Moved.Failure) {
      if body.place == "nowhere" { throw .gone }
      journal.note("moved to \(body.place)")
    }

    func stopped() async throws(Stopped.Failure) { journal.note("stopped") }
    func putNewOffice(city: String) async throws(PutNewOffice.Failure) { journal.note(city) }
    func deleteNewOffice() async throws(DeleteNewOffice.Failure) { journal.note("none") }
  }

  private struct Porter: Authenticator {
    func principal(sender: String) async throws -> String? { sender == "good" ? "post" : nil }
  }

  @Test("are received where the owner wants them")
  func received() async throws {
    let receiver = Receiver(journal: .init())
    let (strikes, offices): (any ParcelsWebhooksAPI, any WebhooksAPI) = (receiver, receiver)
    var router = Router()
    router.serve(strikes, at: { "/hooks/\($0)" })
    router.serve(offices)
    let client = Client(baseURL: "https://elsewhere.example/v1", transport: router)
    try await ParcelsWebhooksClient(client, to: "https://me.example/hooks/strike?key=1")
      .strikeBegins(.init(days: 2))
    let teller = WebhooksClient(client, to: "/new%20office")
    try await teller.putNewOffice(city: "Rome")
    try await teller.deleteNewOffice()
    #expect(receiver.journal.entries == ["strike of 2 days", "Rome", "none"])
    let bad = Request(
      .post, "/hooks/strike", headers: ["Content-Type": "application/json"], body: Body("{}"))
    #expect(await router.respond(to: bad).status == 400)
  }

  @Test("show credentials, and fail as documented")
  func callback() async throws {
    let receiver = Receiver(journal: .init())
    var router = Router()
    router.serve(
      authenticatedBy: Porter(), { _ -> any WatchParcelMovedAPI in receiver }, at: { _ in "/moves" }
    )
    let credentials = Credentials(sender: "good")
    let client = Client(transport: router, credentials: credentials)
    let address = try #require(URL(string: "https://me.example/moves"))
    let url = try #require(WatchParcel.movedURL(Watch(address: address)))
    let api = WatchParcelMovedClient(client, to: url)
    try await api.moved(Move(place: "Rome"))
    await #expect {
      try await api.moved(Move(place: "nowhere"))
    } throws: { error in
      guard case Moved.Failure.gone = error else { return false }
      return true
    }
    let stranger = WatchParcelMovedClient(
      Client(transport: router, credentials: Credentials(sender: "bad")), to: url)
    await #expect(throws: Moved.Failure.self) { try await stranger.moved(Move(place: "Paris")) }
    #expect(receiver.journal.entries == ["moved to Rome"])
  }

  @Test(
    "go to the address as it is",
    arguments: [
      ("https://me.example", "https://me.example", "/?city=Rome"),
      ("https://me.example/a/", "https://me.example", "/a/?city=Rome"),
      ("https://me.example/a?b=c", "https://me.example", "/a?b=c&city=Rome"),
      ("/a", nil, "/a?city=Rome"),
    ])
  func address(_ url: String, _ origin: String?, _ target: String) async throws {
    let recorder = Recorder(Response(204))
    let client = Client(baseURL: "https://elsewhere.example/v1", transport: recorder)
    try await WebhooksClient(client, to: url).putNewOffice(city: "Rome")
    #expect(recorder.requests.map(\.origin) == [origin])
    #expect(recorder.requests.map(\.target) == [target])
  }

  @Test(
    "don't go to what is no address", arguments: ["a", "https://", "https://a b", "https://a#b"])
  func noAddress(_ url: String) async {
    let recorder = Recorder(Response(204))
    let api = WebhooksClient(Client(transport: recorder), to: url)
    await #expect(throws: PutNewOffice.Failure.self) { try await api.putNewOffice(city: "Rome") }
    #expect(recorder.requests.isEmpty)
  }

  @Test("the address is made of what the request said")
  func madeOfRequest() throws {
    let address = try #require(URL(string: "https://me.example/moves"))
    let watch = Watch(address: address, parcels: [7])
    #expect(WatchParcel.movedURL(watch) == "https://me.example/moves")
    #expect(WatchParcel.arrivedURL == "https://door.example/arrivals")
    #expect(
      WatchParcel.stoppedURL(watch, stopURL: address, xRoom: 3)
        == "https://me.example/moves/3?sent=7")
    #expect(WatchParcel.stoppedURL(watch, stopURL: address, xRoom: nil) == nil)
    #expect(WatchParcel.stoppedURL(Watch(address: address), stopURL: address, xRoom: 3) == nil)
  }

  @Test(
    "runtime expressions",
    arguments: [
      ("$request.body#/a", "x y"), ("{$request.body#/a}", "x y"),
      ("http://h/{$request.body#/a}", "http://h/x%20y"), ("{$request.body#/b~1c/0/~0d}", "true"),
      ("http://h/{$request.query.q}?{$request.path.p}", "http://h/1?2"),
      ("{$request.header.X-H}", "h"), ("http://h", "http://h"), ("http://h/{", "http://h/{"),
      ("{$request.body#/none}", nil), ("{$request.body#/b~1c}", nil), ("{$request.body}", nil),
      ("{$request.body#a}", nil), ("{$response.body#/a}", nil), ("{$url}", nil), ("{}", nil),
      ("{$request.body#/b~1c/9}", nil), ("{$request.query.other}", nil),
    ])
  func expressions(_ template: String, _ expected: String?) {
    var address = CallbackAddress(template)
    address.body(
      ["a": .string("x y"), "b/c": .array([.object(["~d": .boolean(true)])])] as [String: JSON])
    address.query("q", 1)
    address.path("p", "2")
    address.header("x-h", "h")
    #expect(address.url == expected)
  }
}
