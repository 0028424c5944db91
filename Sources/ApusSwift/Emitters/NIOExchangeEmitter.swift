/// Writes what a server by SwiftNIO has for each request.
enum NIOExchangeEmitter {
  /// What reaches a connection from outside of its event loop.
  static let reference: Code = """
    /// A connection, for those who are not on its event loop.
    private nonisolated struct NIOConnectionReference: Sendable {
      let loop: any NIOCore.EventLoop
      let connection: NIOCore.NIOLoopBound<NIOConnection>

      init(_ connection: NIOConnection, _ loop: any NIOCore.EventLoop) {
        self.loop = loop
        self.connection = NIOCore.NIOLoopBound(connection, eventLoop: loop)
      }

      func execute(_ work: @escaping @Sendable (NIOConnection) -> Void) {
        loop.execute { work(connection.value) }
      }
    }
    """

  /// What answers a request.
  static func exchange(_ runtime: Code) -> Code {
    """
    /// A request and its response.
    private nonisolated struct NIOExchange: Sendable {
      /// A stream had another length than its response says.
      private struct WrongLength: Error {}

      /// The most bytes that are written at once.
      private static let most = 1 << 16

      let server: NIOServer
      let request: \(runtime)Request
      /// Whether the client speaks HTTP/1.0.
      let isOld: Bool
      let channel: any NIOCore.Channel
      let connection: NIOConnectionReference

      func run() async {
        let response = await server.router.respond(to: request)
        let (head, length) = framed(response)
        if let bytes = response.body.bytes, bytes.count <= Self.most {
          return connection.execute { $0.answer(head, bytes) }
        }
        do {
          try await write(.head(head))
          try await write(response.body, of: length)
          connection.execute { $0.finish() }
        } catch {
          if channel.isActive, !(error is CancellationError) {
            server.router.settings.report(error, request)
          }
          channel.close(promise: nil)
        }
      }

      private func write(_ body: \(runtime)Body, of length: Int?) async throws {
        var rest = length ?? .max
        for try await chunk in body {
          guard chunk.count <= rest else { throw WrongLength() }
          if length != nil { rest -= chunk.count }
          for start in stride(from: 0, to: chunk.count, by: Self.most) {
            let piece = chunk[start..<min(start + Self.most, chunk.count)]
            try await write(.body(.byteBuffer(NIOCore.ByteBuffer(bytes: piece))))
          }
        }
        if length != nil, rest > 0 { throw WrongLength() }
      }

      private func write(_ part: NIOHTTP1.HTTPServerResponsePart) async throws {
        let promise = channel.eventLoop.makePromise(of: Void.self)
        connection.execute { $0.write(part, promise) }
        try await promise.futureResult.get()
      }

      /// The header of a response, and how long its body is, if that is known.
      private func framed(
        _ response: \(runtime)Response
      ) -> (head: NIOHTTP1.HTTPResponseHead, length: Int?) {
        // Other codes can't stand in a final response.
        let code = (200...999).contains(response.status) ? response.status : 500
        var headers = NIOHTTP1.HTTPHeaders()
        for field in response.headers {
          headers.add(name: field.name.description, value: field.value)
        }
        headers.remove(name: "Transfer-Encoding")
        let length = response.body.length ?? headers["Content-Length"].first.flatMap { Int($0) }
        if code == 204 || length == nil {
          headers.remove(name: "Content-Length")
        } else if let length, request.method != .head, code != 304 {
          headers.replaceOrAdd(name: "Content-Length", value: String(length))
        }
        if length == nil {
          // The end of the connection is the end of the body, where it can't be chunked.
          headers.replaceOrAdd(
            name: isOld ? "Connection" : "Transfer-Encoding", value: isOld ? "close" : "chunked")
        }
        let head = NIOHTTP1.HTTPResponseHead(
          version: isOld ? .http1_0 : .http1_1, status: .init(statusCode: code), headers: headers)
        return (head, length)
      }
    }
    """
  }
}
