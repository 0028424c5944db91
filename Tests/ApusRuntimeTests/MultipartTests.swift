import Testing

@testable import ApusRuntime

@Suite("Multipart messages")
struct MultipartTests {
  /// A part as it is told of.
  struct Part: Equatable, Sendable {
    var header: [String]
    var text: String

    init(_ text: String, _ header: String...) {
      self.header = header
      self.text = text
    }
  }

  /// The parts of a message that comes in chunks of some size.
  private func parts(_ text: String, inChunksOf size: Int, boundary: String = "b") throws -> [Part]
  {
    let bytes = Array(text.utf8)
    var parser = MultipartParser(boundary: boundary)
    var parts: [Part] = []
    var open: (header: HeaderFields, bytes: [UInt8])?
    for start in stride(from: 0, to: bytes.count, by: size) {
      parser.append(Array(bytes[start..<min(start + size, bytes.count)]))
      while let event = try parser.next() {
        switch event {
        case .part(let header): open = (header, [])
        case .data(let data):
          #expect(!data.isEmpty)
          open?.bytes += data
        case .end:
          let (header, bytes) = try #require(open)
          var part = Part(String(decoding: bytes, as: UTF8.self))
          part.header = header.map { "\($0.name): \($0.value)" }
          parts.append(part)
          open = nil
        }
      }
    }
    if !parser.isComplete { throw MultipartError.truncated }
    #expect(open == nil)
    return parts
  }

  @Test(
    "parts, whatever the chunks",
    arguments: [
      ("--b\r\n\r\na\r\n--b--", [Part("a")]),
      ("--b--\r\n", []), ("\r\n--b--", []),
      ("before\r\n--b\r\nX: 1\r\nY:2\r\n\r\na\r\n--b--\r\nbehind", [Part("a", "X: 1", "Y: 2")]),
      ("--b\r\n\r\n\r\n--b\r\n\r\n--b--", [Part(""), Part("")]),
      ("--b \t\r\nX: 1\r\n\r\n--b--", [Part("", "X: 1")]),
      ("--b\r\n\r\n--bc\r\n--b-\r\n-\r\n--b--", [Part("--bc\r\n--b-\r\n-")]),
      ("--b\r\n\r\n\r\n\r\na\r\r\n\n--b\n\r\r\n--b--", [Part("\r\n\r\na\r\r\n\n--b\n\r")]),
      ("--b\r\nX: 1\r\n  2\r\nY:\r\n\r\na\r\n--b--", [Part("a", "X: 1  2", "Y: ")]),
      ("--bc\r\n--b\r\n\r\na\r\n--b--", [Part("a")]),
    ] as [(String, [Part])], [1, 2, 3, 7, 1000])
  func reading(_ example: (text: String, parts: [Part]), _ size: Int) throws {
    #expect(try parts(example.text, inChunksOf: size) == example.parts)
  }

  @Test(
    "what is no message",
    arguments: [
      ("", MultipartError.truncated), ("--b\r\n\r\na", .truncated),
      ("--b\r\n\r\na\r\n--b", .truncated), ("--b\r\n\r\na\r\n--b-", .truncated),
      ("--b\n\na\n--b--", .truncated), ("--b\r\nX 1\r\n\r\na\r\n--b--", .malformedHeader),
      ("--b\r\n: 1\r\n\r\na\r\n--b--", .malformedHeader),
      ("--b\r\nX: " + String(repeating: "1", count: 20_000), .headerTooLong),
      (String(repeating: "--b\r\n\r\n\r\n", count: 5_000), .tooManyParts),
      (String(repeating: "before ", count: 10_000), .preambleTooLong),
    ])
  func refusing(_ text: String, _ error: MultipartError) {
    for size in [1, 1000] {
      #expect(throws: error) { try parts(text, inChunksOf: size) }
    }
  }

  @Test("any message comes back as it was written, in any chunks", arguments: 0..<200)
  func inverse(_ seed: Int) async throws {
    var generator = Sequence(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    let alphabet = ["\r", "\n", "-", "b", "--b", "\r\n--b", "\r\n--b--", "\r\n--bx", " ", "x", "ä"]
    var output = MultipartOutput(boundary: "bx")
    var expected: [Part] = []
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let words = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? ""
      }
      // The boundary that is written is one that no part has.
      let text = words.joined().replacing("--bx", with: "")
      let part = Part(text, "X-Number: \(expected.count)")
      output.add(["X-Number": "\(expected.count)"], Body(text))
      expected.append(part)
    }
    let message = try await output.body("multipart/mixed").collect(upTo: .max)
    let text = String(decoding: message, as: UTF8.self)
    for size in [1, 2, 5, Int.random(in: 1...40, using: &generator), 1000] {
      #expect(try parts(text, inChunksOf: size, boundary: "bx") == expected)
    }
  }

  @Test("no bytes of any kind trap", arguments: 0..<300)
  func noise(_ seed: Int) {
    var generator = Sequence(state: UInt64(seed) &+ 7)
    let alphabet = ["\r", "\n", "\r\n", "--b", "--b--", "\r\n--b", ":", " ", "X: 1", "\"", "\0"]
    let text = (0..<60).map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
    let whole = try? parts(text, inChunksOf: 10_000)
    for size in 1...4 {
      let cut = try? parts(text, inChunksOf: size)
      #expect(cut == whole)
    }
  }

  @Test(
    "names of parts and files",
    arguments: [
      "a", "", "a b", "a\"b", "a\\b", "a\\", "\\\"", "a;b=c", "ä\u{1F426}", "a\r\nb", "../../etc",
      "C:\\dir\\file", "'", "%", "=?utf-8?q?a?=",
    ])
  func names(_ name: String) {
    let file = FilePart([1], filename: name)
    let header = file.header(named: name, mediaType: "a/b")
    let read = FilePart(header, Body([1]))
    #expect(read.filename == name)
    #expect(read.name == name)
    #expect(header["Content-Disposition"]?.contains("\r") == false)
  }

  @Test(
    "names as others write them",
    arguments: [
      ("form-data; name=a", "a", nil), ("form-data;name=\"a\";filename=b c ; x=y", "a", "b c"),
      ("form-data; NAME=\"a\"; FileName=\"x\\\"y\"", "a", "x\"y"),
      ("form-data; name=\"a%22b\"; filename=\"C:\\dir\\x\"", "a\"b", "C:\\dir\\x"),
      ("form-data; name=a; filename*=UTF-8''%C3%A4%20x", "a", "ä x"),
      ("form-data; filename=\"x\"; name=\"", "", "x"), ("form-data", nil, nil),
      ("form-data; name", nil, nil), (";;=;name=a;", "a", nil),
    ] as [(String, String?, String?)])
  func foreignNames(_ text: String, _ name: String?, _ filename: String?) {
    let part = FilePart(["Content-Disposition": text], .empty)
    #expect(part.name == name)
    #expect(part.filename == filename)
  }

  @Test(
    "boundaries",
    arguments: [
      ("multipart/form-data; boundary=abc", "abc"),
      ("multipart/form-data; charset=x; Boundary=\"a b:c\"", "a b:c"),
      ("multipart/form-data", nil), ("multipart/form-data; boundary=\"\"", nil),
      ("multipart/form-data; boundary=\"a \"", nil),
      ("multipart/x; boundary=" + String(repeating: "a", count: 71), nil),
    ])
  func boundaries(_ contentType: String, _ boundary: String?) {
    var body = Body.empty
    body.contentType = contentType
    #expect((try? body.boundary()) == boundary)
  }

  /// Numbers that depend on the seed alone (xorshift).
  private struct Sequence: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }
}
