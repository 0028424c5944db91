import ApusRuntime
import CancelRuns
import Foundation
import Library
import Synchronization
import Testing

@Suite("URLSession, over a real connection", .timeLimit(.minutes(1)))
struct URLSessionTransportTests {
  private let transport = URLSessionTransport()

  private func answer(_ text: String) throws -> LoopbackServer {
    try LoopbackServer { connection in
      _ = connection.receive()
      connection.send(text)
    }
  }

  @Test("client and router meet over the network")
  func wholeWay() async throws {
    let service = RunsService()
    let server = try LoopbackServer(serving: Router(serving: service))
    let api = ThreadRunsClient(Client(baseURL: server.baseURL, transport: transport))
    let ids = RunsCancel.WithThreadIDAndRunIDs(threadID: UUID(), runIDs: [UUID()])
    try await api.cancelRunsPost(.threadIDAndRunIDs(ids), action: .rollback)
    #expect(service.calls == [.init(body: .threadIDAndRunIDs(ids), action: .rollback)])
  }

  @Test("documented failures arrive as what they are")
  func failures() async throws {
    let service = RunsService { () throws(CancelRunsPost.Failure) in
      throw .notFound(ErrorResponse(detail: "No runs ü"))
    }
    let server = try LoopbackServer(serving: Router(serving: service))
    let api = ThreadRunsClient(Client(baseURL: server.baseURL, transport: transport))
    await #expect {
      try await api.cancelRunsPost(.status(.init(status: .all)))
    } throws: { error in
      guard case CancelRunsPost.Failure.notFound(let value) = error else { return false }
      return value.detail == "No runs ü"
    }
  }

  @Test(
    "every method goes out as it is",
    arguments: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY", "X-Y"])
  func methods(_ name: String) async throws {
    let lines = Mutex<[Substring]>([])
    let server = try LoopbackServer { connection in
      let (head, _) = connection.receive()
      lines.withLock { $0 = head }
      connection.send("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
    }
    let method = try #require(HTTPMethod(name))
    var request = Request(method, "\(server.baseURL)/a%2Fb/ä?c=%20+d", headers: ["X-A": "1"])
    request.path = "/a%2Fb/%C3%A4"
    let response = try await transport.send(request)
    #expect(response.status == 204)
    let head = lines.withLock { $0 }
    #expect(head.first == "\(name) /a%2Fb/%C3%A4?c=%20+d HTTP/1.1")
    #expect(head.contains("X-A: 1"))
    #expect(!head.contains { $0.lowercased().hasPrefix("content-type:") })
  }

  @Test("a redirect is not followed")
  func redirect() async throws {
    let server = try answer(
      "HTTP/1.1 307 X\r\nLocation: /other\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi")
    let response = try await transport.send(Request(.get, "\(server.baseURL)/"))
    #expect(response.status == 307)
    #expect(response.headers["location"]?.hasSuffix("/other") == true)
  }

  @Test("credentials don't follow a redirect to another origin")
  func redirectedCredentials() async throws {
    let visits = Mutex<[String]>([])
    let other = try LoopbackServer { connection in
      visits.withLock { $0.append("\(connection.receive())") }
      connection.send("HTTP/1.1 204 X\r\nConnection: close\r\n\r\n")
    }
    let heads = Mutex<[Substring]>([])
    let server = try LoopbackServer { connection in
      let (head, _) = connection.receive()
      heads.withLock { $0 += head }
      connection.send(
        "HTTP/1.1 307 X\r\nLocation: \(other.baseURL)/\r\nContent-Length: 0\r\n"
          + "Connection: close\r\n\r\n")
    }
    let client = Client(
      baseURL: server.baseURL, transport: transport,
      credentials: Library.Credentials(token: "secret", oldKey: "secret"))
    await #expect {
      _ = try await BooksClient(client).listBooks()
    } throws: { error in
      guard case ListBooks.Failure.undocumented(let response) = error else { return false }
      return response.status == 307
    }
    await #expect(throws: Feed.Failure.self) { try await AccountsClient(client).feed() }
    let sent = heads.withLock { $0 }
    #expect(sent.contains { $0.hasSuffix("Authorization: Bearer secret") })
    #expect(sent.contains { $0.hasPrefix("GET /accounts/feed?api%20key=secret ") })
    #expect(visits.withLock { $0 }.isEmpty)
  }

  @Test("an error doesn't tell the address, which may have a key in it")
  func errorWithoutAddress() async throws {
    let server = try LoopbackServer { _ in }
    let client = Client(
      baseURL: server.baseURL, transport: transport,
      credentials: Library.Credentials(oldKey: "secret"))
    await #expect {
      try await AccountsClient(client).feed()
    } throws: { error in
      var text = "\(error)"
      dump(error, to: &text)
      return !text.contains("secret")
    }
  }

  @Test("a compressed response arrives as what it was, and says nothing of it")
  func compressed() async throws {
    let bytes: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 203, 72, 205, 201, 201, 7, 0, 134, 166, 16, 54, 5, 0, 0, 0,
    ]
    let server = try LoopbackServer { connection in
      _ = connection.receive()
      let head = "Content-Encoding: gzip\r\nContent-Length: \(bytes.count)\r\nConnection: close"
      connection.send(Array("HTTP/1.1 200 OK\r\n\(head)\r\n\r\n".utf8) + bytes)
    }
    let response = try await transport.send(Request(.get, "\(server.baseURL)/"))
    #expect(response.headers[.contentEncoding] == nil)
    #expect(response.headers[.contentLength] == nil)
    #expect(try await response.body.collect(upTo: 5) == Array("hello".utf8))
  }

  @Test("the answer to HEAD has no body, whatever its header says")
  func head() async throws {
    let server = try answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\nConnection: close\r\n\r\n")
    let response = try await transport.send(Request(.head, "\(server.baseURL)/"))
    #expect(response.headers[.contentLength] == "10")
    #expect(try await response.body.collect(upTo: 0).isEmpty)
  }

  @Test("a response's body is there as it comes in")
  func streams() async throws {
    let isWanted = DispatchSemaphore(value: 0)
    let server = try LoopbackServer { connection in
      _ = connection.receive()
      connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")
      isWanted.wait()
      connection.send("2\r\nde\r\n0\r\n\r\n")
    }
    let response = try await transport.send(Request(.get, "\(server.baseURL)/"))
    var seen: [UInt8] = []
    for try await chunk in response.body {
      seen += chunk
      if seen.count == 3 { isWanted.signal() }
    }
    #expect(seen == Array("abcde".utf8))
    #expect(response.headers["transfer-encoding"] == nil)
  }

  @Test("a body that ends too early is no whole body")
  func tooShort() async throws {
    let server = try answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
    let response = try await transport.send(Request(.get, "\(server.baseURL)/"))
    await #expect(throws: (any Error).self) { try await response.body.collect(upTo: 100) }
  }

  @Test("a cancelled call ends at once, and so does its connection")
  func cancellation() async throws {
    let (events, input) = AsyncStream<String>.makeStream()
    let server = try LoopbackServer { connection in
      _ = connection.receive()
      input.yield("received")
      connection.waitForEnd()
      input.yield("ended")
    }
    let request = Request(.get, "\(server.baseURL)/")
    let task = Task { [transport] in try await transport.send(request) }
    var event = events.makeAsyncIterator()
    #expect(await event.next() == "received")
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(await event.next() == "ended")
  }

  @Test("a cancelled reader of a body is told so")
  func cancelledBody() async throws {
    let (events, input) = AsyncStream<String>.makeStream()
    let server = try LoopbackServer { connection in
      _ = connection.receive()
      connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")
      connection.waitForEnd()
      input.yield("ended")
    }
    let response = try await transport.send(Request(.get, "\(server.baseURL)/"))
    let task = Task { for try await _ in response.body { withUnsafeCurrentTask { $0?.cancel() } } }
    await #expect(throws: CancellationError.self) { try await task.value }
    var event = events.makeAsyncIterator()
    #expect(await event.next() == "ended")
  }

  @Test("no server, or one that says nothing, is an error")
  func noServer() async throws {
    let mute = try LoopbackServer { connection in _ = connection.receive() }
    let urls = [mute.baseURL, "http://127.0.0.1:1", "nonsense://h", "/"]
    for url in urls {
      await #expect(throws: (any Error).self) { try await transport.send(Request(.get, url)) }
    }
  }

  #if !canImport(FoundationNetworking)
    @Test("a server has to wait for a slow reader")
    func backPressure() async throws {
      let sent = Mutex(0)
      let total = 64 << 20
      let server = try LoopbackServer { connection in
        _ = connection.receive()
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(total)\r\n\r\n")
        let chunk = [UInt8](repeating: 0, count: 1 << 18)
        for _ in 0..<(total / chunk.count) {
          connection.send(chunk)
          sent.withLock { $0 += chunk.count }
        }
      }
      let response = try await transport.send(Request(.get, "\(server.baseURL)/"))
      var read = 0
      var ahead = 0
      for try await chunk in response.body {
        read += chunk.count
        // The buffers of the system and of the session take some of it.
        ahead = max(ahead, sent.withLock { $0 } - read)
        if read < 4 << 20 { await Task.yield() }
      }
      #expect(read == total)
      #expect(ahead < total / 2)
    }
  #endif

  @Test("a body that is a long stream is sent, and its file is gone")
  func longRequest() async throws {
    let size = 3_000_000
    let received = Mutex<(Int, Bool)>((0, false))
    let server = try LoopbackServer { connection in
      let (head, body) = connection.receive()
      received.withLock {
        $0 = (body.count, head.contains { $0.lowercased() == "content-length: \(size)" })
      }
      connection.send("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
    }
    let chunks = Chunks(chunks: (0..<30).map { _ in [UInt8](repeating: 1, count: size / 30) })
    let before = Self.temporaryFiles
    for length in [nil, size] {
      let body = Body(stream: chunks, length: length)
      let request = Request(.post, "\(server.baseURL)/", headers: ["X-A": "b"], body: body)
      #expect(try await transport.send(request).status == 204)
      #expect(received.withLock { $0 } == (size, true))
    }
    // The session lets go of a file a moment after the response has come.
    while !Self.temporaryFiles.subtracting(before).isEmpty { await Task.yield() }
  }

  private static var temporaryFiles: Set<String> {
    let folder = FileManager.default.temporaryDirectory.path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return Set(
      names.filter { $0.hasPrefix("apus-") && UUID(uuidString: String($0.dropFirst(5))) != nil })
  }

  @Test("many calls at once")
  func many() async throws {
    let service = RunsService()
    let server = try LoopbackServer(serving: Router(serving: service))
    let api = ThreadRunsClient(Client(baseURL: server.baseURL, transport: transport))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<50 {
        group.addTask { try await api.cancelRunsPost(.status(.init(status: .all))) }
      }
      try await group.waitForAll()
    }
    #expect(service.calls.count == 50)
  }
}
