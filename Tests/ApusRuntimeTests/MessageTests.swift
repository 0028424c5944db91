import Testing

@testable import ApusRuntime

@Suite("Messages and their parts")
struct MessageTests {
  @Test("header names have no case, values keep their order")
  func headerFields() {
    var headers: HeaderFields = ["X-A": "1", "Content-Type": "text/plain", "x-a": "2"]
    #expect(headers["x-A"] == "1, 2")
    #expect(headers.values(of: "X-a") == ["1", "2"])
    headers["X-A"] = "3"
    #expect(headers.map(\.value) == ["3", "text/plain"])
    headers[.contentType] = nil
    headers.append("x-a", "4")
    #expect(headers == ["X-A": "3", "x-a": "4"])
    #expect(headers["other"] == nil)
  }

  @Test(
    "a value can't begin a line of its own",
    arguments: [
      ("a\r\nX-Evil: 1", "a  X-Evil: 1"), ("  a b\t", "a b"), ("\u{0}", ""), ("ü", "ü"), ("", ""),
    ])
  func headerValue(_ value: String, _ expected: String) {
    #expect(HeaderField("X-A", value).value == expected)
  }

  @Test("names and methods are tokens", arguments: ["", "a b", "a:", "ä", "a\n", "(a)"])
  func tokens(_ text: String) {
    #expect(HeaderName(text) == nil)
    #expect(HTTPMethod(text) == nil)
  }

  @Test(
    "media types are compared without their parameters",
    arguments: [
      ("application/json", "application/json", true),
      ("Application/JSON ; charset=utf-8;x=\"a;b\"", "application/json", true),
      ("text/plain", "application/json", false), ("text/plain", "text/*", true),
      ("text/plain", "*/*", true), ("application/problem+json", "application/json", false),
    ])
  func mediaTypes(_ value: String, _ range: String, _ expected: Bool) throws {
    #expect(try #require(MediaType(value)).matches(#require(MediaType(range))) == expected)
  }

  @Test(
    "what is no media type", arguments: ["", "json", "a/", "/b", "a/b/c", ";", "a b/c", "a/b c"])
  func noMediaTypes(_ value: String) {
    #expect(MediaType(value) == nil)
  }

  @Test(
    "targets are taken apart",
    arguments: [
      ("/a?b=c", nil, "/a", "b=c"), ("/a", nil, "/a", nil), ("/a?", nil, "/a", ""),
      ("", nil, "/", nil), ("?b", nil, "/", "b"), ("/a#f?x", nil, "/a", nil),
      ("http://h:1/a?b", "http://h:1", "/a", "b"), ("http://h", "http://h", "/", nil),
      ("http://h?b", "http://h", "/", "b"), ("/x://y", nil, "/x://y", nil), ("*", nil, "*", nil),
    ] as [(String, String?, String, String?)])
  func targets(_ target: String, _ origin: String?, _ path: String, _ query: String?) {
    let request = Request(.get, target)
    #expect(request.origin == origin)
    #expect(request.path == path)
    #expect(request.query == query)
  }

  @Test(
    "percent-encoding there and back",
    arguments: [
      ("aZ0-._~", "aZ0-._~"), ("a b+c", "a%20b%2Bc"), ("ä/%", "%C3%A4%2F%25"), ("", ""),
      ("👩‍👧", "%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7"), ("\u{0}&=", "%00%26%3D"),
    ])
  func percentEncoding(_ text: String, _ encoded: String) {
    #expect(PercentEncoding.encode(text) == encoded)
    #expect(PercentEncoding.decode(encoded[...]) == text)
    #expect(PercentEncoding.decode(encoded.lowercased()[...])?.lowercased() == text.lowercased())
  }

  @Test("broken percent-encoding", arguments: ["%", "%4", "%4g", "a%", "%ff", "%C3", "%ED%A0%80"])
  func brokenPercentEncoding(_ text: String) {
    #expect(PercentEncoding.decode(text[...]) == nil)
  }

  @Test("a body is collected up to a limit, and no further")
  func collecting() async throws {
    for body in [
      Body("abcdef"), Body(stream: Chunks(chunks: [[97, 98], [], [99, 100, 101, 102]])),
    ] {
      #expect(try await body.collect(upTo: 6) == Array("abcdef".utf8))
      for limit in [0, 1, 2, 5] {
        await #expect(throws: BodyTooLarge(limit: limit)) {
          try await body.collect(upTo: limit)
        }
        let beginning = try await body.collected(upTo: limit)
        #expect(beginning.text == String("abcdef".prefix(limit)))
        #expect(beginning.isTruncated)
      }
    }
    #expect(try await Body.empty.collect(upTo: 0).isEmpty)
  }

  @Test("a problem is written as RFC 9457 has it")
  func problem() {
    let response = ProblemDetails(status: 404, detail: "It is gone.").response
    #expect(response.headers[.contentType] == "application/problem+json")
    #expect(response.body.text == #"{"detail":"It is gone.","status":404,"title":"Not Found"}"#)
  }
}
