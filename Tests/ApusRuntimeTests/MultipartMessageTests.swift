import ApusRuntime
import Messages
import Synchronization
import Testing

@Suite("Multipart messages between client and server", .timeLimit(.minutes(1)))
struct MultipartMessageTests {
  /// A body of as many bytes as one likes, in chunks of which none is kept.
  struct Zeros: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let count: Int
    var asked: @Sendable (Int) -> Void = { _ in }

    struct AsyncIterator: AsyncIteratorProtocol {
      var left: Int
      var number = 0
      let asked: @Sendable (Int) -> Void

      mutating func next() async -> [UInt8]? {
        if left == 0 { return nil }
        number += 1
        asked(number)
        let size = Swift.min(left, 65536)
        left -= size
        return [UInt8](repeating: 0, count: size)
      }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(left: count, asked: asked) }
  }

  private func client(
    _ service: MessagesService, settings: RouterSettings = RouterSettings()
  ) -> APIClient {
    APIClient(Client(transport: Router(serving: service, settings: settings)))
  }

  private var parts: Upload.RequestParts {
    Upload.RequestParts(
      title: "ä \"b\"\r\n", meta: Meta(author: "c", place: .init(x: 1)),
      photo: FilePart([1, 2], filename: "x.png", contentType: "image/png"), count: 7,
      tags: ["1", "", "null"], notes: [Meta(author: "n"), Meta(author: "m")], kind: .b,
      pages: [FilePart([3]), FilePart([4], filename: "p", contentType: "application/pdf")],
      raw: FilePart(Body([5]), headers: ["X-A": "b"]))
  }

  @Test("every part arrives as what it was")
  func wholeWay() async throws {
    let kept = Kept<Upload.RequestParts>()
    let api = client(MessagesService(uploading: { kept.keep($0) }))
    try await api.upload(parts)
    let body = try #require(kept.all.first)
    #expect(body.title == parts.title)
    #expect(body.meta == parts.meta)
    #expect(body.count == 7)
    #expect(body.tags == ["1", "", "null"])
    #expect(body.notes == parts.notes)
    #expect(body.kind == .b)
    #expect(body.photo.body.bytes == [1, 2])
    #expect(body.photo.filename == "x.png")
    #expect(body.photo.body.contentType == "image/png")
    var pages: [FilePart] = []
    for try await page in body.pages { pages.append(page) }
    #expect(pages.map(\.body.bytes) == [[3], [4]])
    #expect(pages.map(\.body.contentType) == ["application/pdf", "application/pdf"])
    #expect(body.raw?.headers["x-a"] == "b")
    #expect(body.raw?.filename == "raw")
  }

  @Test("what is left out has its default, or is missing")
  func minimal() async throws {
    let kept = Kept<Upload.RequestParts>()
    let api = client(MessagesService(uploading: { kept.keep($0) }))
    try await api.upload(
      Upload.RequestParts(title: "t", meta: Meta(author: "c"), photo: FilePart([])))
    let body = try #require(kept.all.first)
    #expect(body.count == 1)
    #expect(body.tags == nil)
    #expect(body.photo.body.bytes == [])
    for try await _ in body.pages { Issue.record("there is no page") }
  }

  @Test("a client sends nothing that breaks the rules")
  func strictClient() async throws {
    var broken = parts
    broken.title = ""
    broken.count = 10
    broken.tags = ["a", "b", "c", "d"]
    broken.photo.body.contentType = "image/gif"
    let api = client(MessagesService(uploading: { _ in Issue.record("this was sent") }))
    await #expect {
      try await api.upload(broken)
    } throws: { error in
      guard case Upload.Failure.unexpected(let cause) = error,
        let problems = (cause as? InvalidRequest)?.problems
      else { return false }
      let places = Set(problems.map(\.violation.instance))
      return places == ["/title", "/count", "/tags", "/photo"]
    }
  }

  /// The answer to a message as it stands.
  private func answer(
    to message: String, limit: Int = 1 << 20, _ service: MessagesService = MessagesService()
  ) async -> Response {
    var settings = RouterSettings()
    settings.bodyLimit = limit
    let router = Router(serving: service, settings: settings)
    let bytes = Array(message.replacing("\n", with: "\r\n").utf8)
    let chunks = bytes.map { [$0] }
    let headers: HeaderFields = [.contentType: "multipart/form-data; boundary=b"]
    return await router.respond(
      to: Request(.post, "/upload", headers: headers, body: Body(stream: Chunks(chunks: chunks))))
  }

  private static func part(_ name: String, _ text: String, _ header: String = "") -> String {
    "--b\n\(header)Content-Disposition: form-data; name=\"\(name)\"\n\n\(text)\n"
  }

  private static let least =
    part("title", "t") + part("meta", #"{"author":"a"}"#) + part("photo", "p")

  @Test(
    "a server refuses what breaks the rules",
    arguments: [
      (least + "--b--", 204, ""),
      (least + part("else", "x") + "--b--", 204, ""),
      (part("title", "t") + "--b--", 400, "meta"),
      (part("title", "") + least + "--b--", 204, ""),
      (least + part("title", "") + "--b--", 400, "/title"),
      (least + part("count", "x") + "--b--", 400, "/count"),
      (least + part("count", "10") + "--b--", 400, "/count"),
      (least + part("kind", "c") + "--b--", 400, "/kind"),
      (least + part("notes", "{}") + "--b--", 400, "/notes/0"),
      (least + part("notes", "{") + "--b--", 400, "/notes"),
      (least + part("tags", "1") + part("tags", "2") + "--b--", 204, ""),
      (least + part("photo", "p", "Content-Type: a/b\n") + "--b--", 400, "/photo"),
      (least, 400, "ends before its last delimiter"), ("", 400, "ends before"),
      (least + "--b\nx\n\n\n--b--", 400, "header of a part"),
    ])
  func strictServer(_ message: String, _ status: Int, _ reason: String) async {
    let response = await answer(to: message)
    #expect(response.status == status)
    #expect(reason.isEmpty || response.body.text?.contains(reason) == true)
  }

  @Test("a message without a boundary, and one of another type")
  func otherTypes() async {
    let router = Router(serving: MessagesService())
    for (type, status) in [("multipart/form-data", 400), ("application/json", 415)] {
      let request = Request(
        .post, "/upload", headers: [.contentType: type], body: Body(Self.least))
      let response = await router.respond(to: request)
      #expect(response.status == status)
      #expect(response.headers[.accept] == (status == 415 ? "multipart/form-data" : nil))
    }
  }

  @Test("a file that there is no room for is streamed once all that must be there has come")
  func streamedFile() async {
    let text = String(repeating: "p", count: 1000)
    let before = Self.part("title", "t") + Self.part("meta", #"{"author":"a"}"#)
    let kept = Kept<Int>()
    let reading = MessagesService(uploading: { body in
      #expect(body.photo.body.bytes == nil)
      kept.keep(try await body.photo.body.collect(upTo: 2000).count)
    })
    #expect(
      await answer(to: before + Self.part("photo", text) + "--b--", limit: 300, reading).status
        == 204)
    #expect(kept.all == [1000])
    // A part that must be there could stand behind it.
    let late = Self.part("title", "t") + Self.part("photo", text)
    #expect(
      await answer(to: late + Self.part("meta", "{}") + "--b--", limit: 300, reading).status == 413)
    // What is not named is passed over; what is named can't be told any more.
    let unnamed = Self.part("photo", text) + Self.part("else", "x")
    #expect(await answer(to: before + unnamed + "--b--", limit: 300, reading).status == 204)
    #expect(kept.all == [1000, 1000])
    let named = Self.part("photo", text) + Self.part("count", "2")
    #expect(await answer(to: before + named + "--b--", limit: 300, reading).status == 400)
    #expect(kept.all == [1000, 1000])
    // A part's header takes room, too.
    let header = "X-Long: \(text)\n"
    #expect(
      await answer(to: Self.part("title", "t", header) + Self.least + "--b--", limit: 900).status
        == 413)
    // A text is never streamed, and neither is what the document does not name.
    for name in ["title", "else"] {
      #expect(await answer(to: Self.part(name, text) + "--b--", limit: 300).status == 413)
    }
  }

  @Test("files of one name are streamed one after another")
  func streamedFiles() async {
    let kept = Kept<String>()
    let service = MessagesService(uploading: { body in
      for try await page in body.pages {
        let bytes = try await page.body.collect(upTo: 2000)
        kept.keep("\(page.filename ?? "") \(bytes.count)")
      }
    })
    let pages = [10, 900, 0, 800].map { count in
      "--b\nContent-Disposition: form-data; name=pages; filename=f\(count)\n\n"
        + String(repeating: "x", count: count) + "\n"
    }
    let message = Self.least + pages.joined() + "--b--"
    #expect(await answer(to: message, limit: 400, service).status == 204)
    #expect(kept.all == ["f10 10", "f900 900", "f0 0", "f800 800"])
  }

  @Test("a gigabyte goes both ways with little of it in memory at a time")
  func gigabyte() async throws {
    let size = 1 << 28
    let ahead = Kept<Int>()
    let read = Kept<Int>()
    let zeros = Zeros(count: size) { number in
      // Each chunk is asked for when what came before has been read.
      if number > 24, number % 512 == 0 { ahead.keep(number - read.all.count) }
    }
    let api = client(
      MessagesService(uploading: { body in
        var total = 0
        for try await chunk in body.photo.body {
          total += chunk.count
          read.keep(chunk.count)
        }
        #expect(total == size)
      }))
    let photo = FilePart(Body(stream: zeros, length: size))
    try await api.upload(
      Upload.RequestParts(title: "t", meta: Meta(author: "a"), photo: photo))
    #expect(ahead.all.max() ?? 0 <= 40)
    #expect(!ahead.all.isEmpty)
  }

  @Test("a schema is both: JSON and the parts of a message")
  func both() async throws {
    let kept = Kept<String>()
    let api = client(
      MessagesService(both: { content in
        switch content {
        case .json(let meta): kept.keep("json \(meta.author)")
        case .multipart(let parts): kept.keep("parts \(parts.author) \(parts.place?.x ?? 0)")
        case nil: kept.keep("none")
        }
        return PostBoth.OKParts(meta: Meta(author: "r"), file: FilePart([9], filename: "f"))
      }))
    _ = try await api.postBoth(.json(Meta(author: "a")))
    _ = try await api.postBoth(.multipart(.init(author: "b", place: .init(x: 3))))
    let result = try await api.postBoth()
    #expect(kept.all == ["json a", "parts b 3", "none"])
    #expect(result.meta.author == "r")
    #expect(result.file?.filename == "f")
    #expect(result.file?.body.bytes == [9])
  }

  @Test("parts without names, one after another")
  func unnamed() async throws {
    let kept = Kept<String>()
    let api = client(
      MessagesService(
        files: { files in
          for try await file in files {
            kept.keep("\(file.name ?? "-") \(try await file.body.collect(upTo: 9).count)")
          }
          return [Meta(author: "x"), Meta(author: "y")]
        },
        items: { items in for try await item in items { kept.keep("\(item.n)") } }))
    let files: ValueStream<FilePart> = [FilePart([1]), FilePart(Body([1, 2]), name: "n")]
    var authors: [String] = []
    for try await meta in try await api.postFiles(files) { authors.append(meta.author) }
    #expect(authors == ["x", "y"])
    try await api.postItems([.init(n: 1), .init(n: 2)])
    await #expect(throws: PostItems.Failure.self) { try await api.postItems([.init(n: 0)]) }
    #expect(kept.all == ["- 1", "n 2", "1", "2"])
  }

  @Test("parts without names are of the media types that the document has for them")
  func typesOfUnnamed() async throws {
    let kept = Kept<String>()
    let router = Router(
      serving: MessagesService(
        images: { images in
          for try await image in images { kept.keep(image.body.contentType ?? "-") }
          return .ok([Meta(author: "x")])
        }))
    let body = Mutex<[UInt8]>([])
    let api = APIClient(
      Client(
        transport: Answering { request in
          let response = await router.respond(to: request)
          if let bytes = try? await response.body.collect(upTo: 1_000) {
            body.withLock { $0 = bytes }
          }
          return response
        }))
    let images = [FilePart([1]), FilePart([2], contentType: "image/gif")]
    _ = try await api.postImages(ValueStream(images))
    #expect(kept.all == ["image/png", "image/gif"])
    let text = body.withLock { String(decoding: $0, as: UTF8.self) }
    #expect(text.contains("Content-Type: application/vnd.example+json\r\n"))

    let others = images + [FilePart([3], contentType: "text/plain")]
    let unknown = AsyncStream(unfolding: { [rest = Mutex(others[...])] in
      rest.withLock { $0.popFirst() }
    })
    for files in [ValueStream(others), ValueStream(unknown)] {
      await #expect(throws: PostImages.Failure.self) { try await api.postImages(files) }
    }
    let sent = Body("--b\r\nContent-Type: text/plain\r\n\r\na\r\n--b--")
    let type = "multipart/mixed; boundary=b"
    let request = Request(.post, "/images", headers: [.contentType: type], body: sent)
    #expect(await router.respond(to: request).status == 400)
    #expect(kept.all == ["image/png", "image/gif", "image/png", "image/gif"])
  }

  @Test("a response that breaks the rules is told of, and read if it can be")
  func lenientClient() async throws {
    let told = Kept<String>()
    var settings = ClientSettings()
    settings.report = { violations, _ in told.keep(violations.map(\.instance).joined()) }
    let texts = [
      "--b\r\nContent-Disposition: form-data; name=meta\r\n\r\n{\"author\":\"a\",\"when\":\"x\"}",
      "--b\r\nContent-Disposition: form-data; name=meta\r\n\r\n{\"author\":\"a\",\"place\":null}",
      "nothing",
    ]
    for text in texts {
      let transport = Answering { _ in
        Response(
          200, headers: [.contentType: "multipart/mixed; boundary=b"],
          body: Body(text + "\r\n--b--"))
      }
      let api = APIClient(Client(transport: transport, settings: settings))
      await #expect(throws: PostBoth.Failure.self) { try await api.postBoth() }
    }
    #expect(told.all == ["/meta/when", "/meta/place", ""])
  }
}
