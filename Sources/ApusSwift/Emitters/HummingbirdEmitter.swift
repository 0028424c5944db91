/// Writes the adapter by which Hummingbird serves a router: `Hummingbird.swift`. It says nothing of
/// the document.
enum HummingbirdEmitter {
  static let modules: [Code] = ["Hummingbird", "NIOCore"]

  /// The responder, inside the namespace of all types if there is one, and what it needs.
  ///
  /// - Parameter runtime: What stands before the names of the runtime's types.
  static func adapter(in namespace: Identifier?, runtime: Code) -> Code {
    let types = Code.paragraphs([responder(runtime), contexts])
    return .paragraphs([types.inside(namespace), conversions(runtime)])
  }

  private static func responder(_ runtime: Code) -> Code {
    """
    /// Answers Hummingbird's requests by a router of ApusRuntime.
    ///
    ///     var router = \(runtime)Router()
    ///     router.serve(api)
    ///     try await Application(responder: HummingbirdResponder(router)).runService()
    ///
    /// To serve the operations beside other routes, with their middleware, call
    /// ``respond(to:context:)`` from one of Hummingbird's own routes. The target of this file
    /// depends on NIOCore of SwiftNIO, too.
    \(.access)nonisolated struct HummingbirdResponder<Context>: HTTPResponder {
      private let router: \(runtime)Router
      private let channel: @Sendable (Context) -> (any NIOCore.Channel)?

      /// A responder for requests with any context. Where a context doesn't know its connection,
      /// a stream whose client is gone ends when the next part of it is written.
      \(.access)init(_ router: \(runtime)Router, context: Context.Type) {
        self.router = router
        channel = { _ in nil }
      }

      /// A responder for requests whose context knows its connection: a stream whose client is gone,
      /// or has closed its side of the connection, is cancelled at once.
      \(.access)init(
        _ router: \(runtime)Router, context: Context.Type = HummingbirdContext.self
      ) where Context: HummingbirdConnectionContext {
        self.router = router
        channel = { $0.channel }
      }

      /// Finds the operation that the request is for, and answers. The body is read as the operation
      /// asks for it.
      \(.access)func respond(
        to request: Hummingbird.Request, context: Context
      ) async -> Hummingbird.Response {
        guard let request = \(runtime)Request(request) else { return .init(status: .badRequest) }
        return Hummingbird.Response(await router.respond(to: request), on: channel(context))
      }
    }
    """
  }

  private static let contexts: Code = """
    /// A context that knows the connection of its request.
    \(.access)nonisolated protocol HummingbirdConnectionContext: RequestContext {
      var channel: any NIOCore.Channel { get }
    }

    /// Hummingbird's basic context, and the connection.
    \(.access)nonisolated struct HummingbirdContext: HummingbirdConnectionContext {
      \(.access)var coreContext: CoreRequestContextStorage
      \(.access)let channel: any NIOCore.Channel

      \(.access)init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
      }
    }
    """

  private static func conversions(_ runtime: Code) -> Code {
    """
    nonisolated extension \(runtime)Request {
      fileprivate init?(_ request: Hummingbird.Request) {
        guard let method = HTTPMethod(request.method.rawValue) else { return nil }
        var headers = HeaderFields()
        // Hummingbird keeps the `Host` field apart from the others.
        if let authority = request.head.authority { headers.append("Host", authority) }
        for field in request.headers {
          guard let name = HeaderName(field.name.rawName) else { continue }
          headers.append(name, field.value)
        }
        let body = Body(
          stream: HummingbirdChunks(body: request.body),
          length: headers[.contentLength].flatMap { Int($0) }
        )
        self.init(method, request.head.path ?? "/", headers: headers, body: body)
      }
    }

    /// The body of a request, as it comes.
    private nonisolated struct HummingbirdChunks: AsyncSequence, Sendable {
      struct AsyncIterator: AsyncIteratorProtocol {
        var buffers: Hummingbird.RequestBody.AsyncIterator

        mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
          try await buffers.next(isolation: actor).map { Array(buffer: $0) }
        }
      }

      let body: Hummingbird.RequestBody

      func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(buffers: body.makeAsyncIterator())
      }
    }

    nonisolated extension Hummingbird.Response {
      fileprivate init(_ response: \(runtime)Response, on channel: (any NIOCore.Channel)?) {
        var headers = HTTPFields()
        for field in response.headers {
          guard let name = HTTPFields.Element.Name(field.name.description) else { continue }
          headers.append(HTTPFields.Element(name: name, value: field.value))
        }
        // Other codes can't stand in a final response.
        let code = (200...999).contains(response.status) ? response.status : 500
        let body = Hummingbird.ResponseBody(response.body, on: channel)
        self.init(status: .init(code: code), headers: headers, body: body)
        // HTTP allows no `Content-Length` here (RFC 9110, section 8.6).
        if code == 204 { self.headers[.contentLength] = nil }
      }
    }

    /// A writer on its way into a task, before whose end nobody else uses it.
    private nonisolated struct HummingbirdWriter: @unchecked Sendable {
      let writer: any Hummingbird.ResponseBodyWriter
    }

    /// Cancels the writing of a response when its connection ends. It stays no longer than that takes:
    /// a connection may have any number of responses.
    private nonisolated final class HummingbirdWatch: NIOCore.ChannelInboundHandler,
      NIOCore.RemovableChannelHandler, Sendable
    {
      typealias InboundIn = NIOCore.NIOAny

      private let task: Task<Void, any Error>

      init(_ task: Task<Void, any Error>) {
        self.task = task
      }

      func handlerAdded(context: NIOCore.ChannelHandlerContext) {
        if !context.channel.isActive { task.cancel() }
      }

      func channelInactive(context: NIOCore.ChannelHandlerContext) {
        task.cancel()
        context.fireChannelInactive()
      }
    }

    nonisolated extension Hummingbird.ResponseBody {
      fileprivate init(_ body: \(runtime)Body, on channel: (any NIOCore.Channel)?) {
        if let bytes = body.bytes {
          self = bytes.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: bytes))
          return
        }
        self.init(contentLength: body.length) { writer in
          let output = HummingbirdWriter(writer: writer)
          let task = Task {
            var output = output.writer
            for try await chunk in body { try await output.write(ByteBuffer(bytes: chunk)) }
          }
          let watch = HummingbirdWatch(task)
          if let channel {
            _ = channel.setOption(.allowRemoteHalfClosure, value: false)
            channel.pipeline.addHandler(watch, position: .first).whenFailure { _ in task.cancel() }
          }
          defer { channel?.pipeline.removeHandler(watch, promise: nil) }
          try await withTaskCancellationHandler {
            try await task.value
          } onCancel: {
            task.cancel()
          }
          try await writer.finish(nil)
        }
      }
    }
    """
  }
}
