import ApusRuntime
import Parts
import Testing

@Suite("Parts with header fields, in an order, and nested", .timeLimit(.minutes(1)))
struct PartsTests {
  /// Keeps what comes, and answers.
  private struct Service: API {
    var headed: @Sendable (SendHeaded.RequestParts) async throws -> Void = { _ in }
    var ordered: @Sendable (SendOrdered.RequestParts) async throws -> Void = { _ in }
    var lines: @Sendable (SendLines.RequestParts) async throws -> Void = { _ in }
    var nested: @Sendable (SendNested.RequestParts) async throws -> Void = { _ in }

    func sendHeaded(
      _ body: SendHeaded.RequestParts
    ) async throws(SendHeaded.Failure) -> SendHeaded.OKParts {
      try await SendHeaded.Failure.wrapping { try await headed(body) }
      return SendHeaded.OKParts(meta: .init(body: Meta(author: "a"), xTrace: "t"))
    }

    func sendOrdered(
      _ body: SendOrdered.RequestParts
    ) async throws(SendOrdered.Failure) -> SendOrdered.OKParts {
      try await SendOrdered.Failure.wrapping { try await ordered(body) }
      return SendOrdered.OKParts(first: "ü", second: FilePart([9], filename: "f"))
    }

    func sendLines(_ body: SendLines.RequestParts) async throws(SendLines.Failure) {
      try await SendLines.Failure.wrapping { try await lines(body) }
    }

    func sendNested(_ body: SendNested.RequestParts) async throws(SendNested.Failure) {
      try await SendNested.Failure.wrapping { try await nested(body) }
    }

    func sendUntyped(_ body: SendUntyped.RequestContent) async throws(SendUntyped.Failure) {}
  }

  private static func router(_ service: Service, limit: Int = 1 << 20) -> Router {
    var router = Router()
    router.settings.bodyLimit = limit
    router.serve(service)
    return router
  }

  private func client(_ service: Service, limit: Int = 1 << 20) -> APIClient {
    APIClient(Client(transport: Self.router(service, limit: limit)))
  }

  private static var headed: SendHeaded.RequestParts {
    .init(
      meta: .init(body: Meta(author: "m"), xTrace: "tr", xTags: [1, 2]),
      photo: .init(body: FilePart([1, 2], filename: "p"), xHash: "h"),
      note: .init(body: "n", xRows: 3),
      counts: [.init(body: 4, xRows: 5), .init(body: 6)],
      pages: [.init(body: FilePart([7]), xNumber: 8), .init(body: FilePart([9]))])
  }

  @Test("header fields arrive with their parts, both ways")
  func headers() async throws {
    let kept = Kept<SendHeaded.RequestParts>()
    let answer = try await client(Service(headed: { kept.keep($0) })).sendHeaded(Self.headed)
    #expect(answer.meta.body == Meta(author: "a"))
    #expect(answer.meta.xTrace == "t")
    let body = try #require(kept.all.first)
    #expect(body.meta.body == Meta(author: "m"))
    #expect(body.meta.xTrace == "tr")
    #expect(body.meta.xTags == [1, 2])
    #expect(body.note?.body == "n")
    #expect(body.note?.xRows == 3)
    #expect(body.counts?.map(\.body) == [4, 6])
    #expect(body.counts?.map(\.xRows) == [5, nil])
    #expect(body.photo.body.body.bytes == [1, 2])
    #expect(body.photo.body.filename == "p")
    #expect(body.photo.xHash == "h")
    var numbers: [Int?] = []
    for try await page in body.pages { numbers.append(page.xNumber) }
    #expect(numbers == [8, nil])
  }

  @Test("files with header fields are streamed where they are long")
  func longFiles() async throws {
    let sizes = Kept<[Int]>()
    var parts = Self.headed
    parts.pages = ValueStream(
      (1...3).async.map {
        .init(body: FilePart([UInt8](repeating: 0, count: $0 << 16)), xNumber: $0)
      })
    let service = Service(headed: { body in
      for try await page in body.pages {
        sizes.keep([page.xNumber ?? 0, try await page.body.body.collect(upTo: 1 << 20).count])
      }
    })
    _ = try await client(service, limit: 1 << 16).sendHeaded(parts)
    #expect(sizes.all == [[1, 1 << 16], [2, 2 << 16], [3, 3 << 16]])
  }

  @Test("a client sends no header field that breaks the rules")
  func strictClient() async {
    var parts = Self.headed
    parts.meta.xTrace = "t"
    parts.note?.xRows = 10
    let api = client(Service(headed: { _ in Issue.record("this was sent") }))
    await #expect {
      _ = try await api.sendHeaded(parts)
    } throws: { error in
      guard case SendHeaded.Failure.unexpected(let cause) = error,
        let problems = (cause as? InvalidRequest)?.problems
      else { return false }
      return problems.map(\.violation.instance) == ["/meta", "/note"]
        && problems.allSatisfy { $0.violation.expected.contains("header field X-") }
    }
  }

  @Test(
    "a server refuses header fields that break the rules",
    arguments: [
      ("X-Trace: tr\n", "", 200, ""), ("", "", 400, "header field X-Trace"),
      ("X-Trace: t\n", "", 400, "header field X-Trace"),
      ("X-Trace: tr\nX-Tags: 1,x\n", "", 400, "header field X-Tags"),
      ("X-Trace: tr\n", "X-Rows: 10\n", 400, "header field X-Rows"),
      ("X-Trace: tr\n", "X-Rows: ten\n", 400, "header field X-Rows"),
    ])
  func strictServer(_ meta: String, _ note: String, _ status: Int, _ reason: String) async {
    let message = """
      --b
      Content-Disposition: form-data; name="meta"
      \(meta)
      {"author":"a"}
      --b
      Content-Disposition: form-data; name="note"
      \(note)
      text
      --b
      Content-Disposition: form-data; name="photo"
      X-Hash: h

      bytes
      --b--
      """
    let response = await answer(to: message, "/headed", "multipart/form-data")
    #expect(response.status == status)
    #expect(reason.isEmpty || response.body.text?.contains(reason) == true)
  }

  private func answer(to message: String, _ path: String, _ type: String) async -> Response {
    let bytes = Array(message.replacing("\n", with: "\r\n").utf8)
    let headers: HeaderFields = [.contentType: "\(type); boundary=b"]
    return await Self.router(Service()).respond(
      to: Request(.post, path, headers: headers, body: Body(bytes)))
  }

  @Test("parts that are told by their places")
  func order() async throws {
    let kept = Kept<SendOrdered.RequestParts>()
    let answer = try await client(Service(ordered: { kept.keep($0) })).sendOrdered(
      .init(
        meta: .init(body: Meta(author: "m"), xTrace: "t"), count: 9, tags: ["a", "b"],
        rest: [FilePart([1]), FilePart([2])]))
    #expect(answer.first == "ü")
    #expect(answer.second?.body.bytes == [9])
    #expect(answer.second?.filename == "f")
    let body = try #require(kept.all.first)
    #expect(body.meta.body == Meta(author: "m"))
    #expect(body.meta.xTrace == "t")
    #expect(body.count == 9)
    #expect(body.tags == ["a", "b"])
    var rest: [[UInt8]?] = []
    for try await file in body.rest {
      rest.append(file.body.bytes)
      #expect(file.body.contentType == "image/png")
    }
    #expect(rest == [[1], [2]])
  }

  @Test("values that follow others in an order")
  func lines() async throws {
    let kept = Kept<SendLines.RequestParts>()
    let api = client(Service(lines: { kept.keep($0) }))
    try await api.sendLines(.init(first: "1", rest: [2, 3]))
    try await api.sendLines(.init())
    #expect(kept.all.map(\.first) == ["1", nil])
    #expect(kept.all.map(\.rest) == [[2, 3], []])
    await #expect(throws: SendLines.Failure.self) { try await api.sendLines(.init(rest: [2])) }
    await #expect(throws: SendLines.Failure.self) {
      try await api.sendLines(.init(first: "", rest: [0]))
    }
    #expect(kept.all.count == 2)
  }

  @Test(
    "what a server makes of parts in an order",
    arguments: [
      (["{\"author\":\"a\"}", "9"], 200, ""), (["{\"author\":\"a\"}"], 400, ""),
      (["{}", "9"], 400, "/0"), (["{\"author\":\"a\"}", "10"], 400, "/1"),
      (["{\"author\":\"a\"}", "9", "[\"b\"]", "c", "d"], 200, ""),
      (["{\"author\":\"a\"}", "9", "[1]"], 400, "/2/0"),
    ])
  func strictOrder(_ parts: [String], _ status: Int, _ reason: String) async {
    let message = parts.map { "--b\n\n\($0)\n" }.joined() + "--b--"
    let response = await answer(to: message, "/ordered", "multipart/mixed")
    #expect(response.status == status, "\(response)")
    #expect(reason.isEmpty || response.body.text?.contains(reason) == true)
  }

  @Test("messages inside of messages")
  func nesting() async throws {
    let kept = Kept<SendNested.RequestParts>()
    try await client(Service(nested: { kept.keep($0) })).sendNested(
      .init(
        inner: .init(
          body: .init(count: 3, file: .init(body: FilePart([1], filename: "f"), xHash: "h")),
          xTrace: "t"),
        both: .init(meta: Meta(author: "b"), second: FilePart([2])),
        several: [.init(author: "c"), .init(author: "d")],
        texts: .init(rest: ["e", "7"])))
    let body = try #require(kept.all.first)
    #expect(body.inner.xTrace == "t")
    #expect(body.inner.body.count == 3)
    #expect(body.inner.body.file?.xHash == "h")
    #expect(body.inner.body.file?.body.body.bytes == [1])
    #expect(body.inner.body.file?.body.filename == "f")
    #expect(body.both?.meta == Meta(author: "b"))
    #expect(body.both?.second?.body.bytes == [2])
    #expect(body.several?.map(\.author) == ["c", "d"])
    #expect(body.texts?.rest == ["e", "7"])
  }

  @Test(
    "what a server makes of messages inside of messages",
    arguments: [
      ("; boundary=c", "--c\n\(count)9\n--c--", 204),
      ("; boundary=c", "--c\n\(count)10\n--c--", 400),
      ("; boundary=c", "--c--", 400), ("; boundary=c", "--c", 400), ("", "--c--", 400),
    ])
  func strictNesting(_ boundary: String, _ inner: String, _ status: Int) async {
    let message = """
      --b
      Content-Disposition: form-data; name="inner"
      Content-Type: multipart/mixed\(boundary)

      \(inner)
      --b--
      """
    let response = await answer(to: message, "/nested", "multipart/form-data")
    #expect(response.status == status, "\(response)")
    if status == 400 { #expect(response.body.text?.contains("inner") == true) }
  }

  private static let count = "Content-Disposition: form-data; name=\"count\"\n\n"
}

extension Sequence where Self: Sendable, Element: Sendable {
  /// The elements as they would come one after another.
  fileprivate var async: AsyncStream<Element> {
    AsyncStream { continuation in
      for element in self { continuation.yield(element) }
      continuation.finish()
    }
  }
}
