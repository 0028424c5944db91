/// Writes what a server by SwiftNIO has for each connection.
enum NIOConnectionEmitter {
  /// What takes the requests of a connection in, and writes their responses.
  static func connection(_ runtime: Code) -> Code {
    """
    /// A connection: takes one request at a time, each answered in a task of its own.
    private nonisolated final class NIOConnection: NIOCore.ChannelDuplexHandler {
      typealias InboundIn = NIOHTTP1.HTTPServerRequestPart
      typealias OutboundIn = NIOHTTP1.HTTPServerResponsePart
      typealias OutboundOut = NIOHTTP1.HTTPServerResponsePart

      \(life(runtime))

      \(requests(runtime))

      \(responses)
    }
    """
  }

  /// What a connection knows, and how it begins and ends.
  private static func life(_ runtime: Code) -> Code {
    """
    private let server: NIOServer
    private var context: NIOCore.ChannelHandlerContext?
    private var task: Task<Void, Never>?
    /// The number of the request, so that nothing of the one before it disturbs it.
    private var number = 0
    /// Where the body goes that comes in, until its end.
    private var body: \(runtime)BodyInlet?
    /// Whether a request has not come in as a whole, and whether its response has not gone out.
    private var (isReceiving, isAnswering) = (false, false)
    /// Whether the client waits to be told to send the body, and whether nobody wants it.
    private var (owesContinue, isUnwanted) = (false, false)
    /// Whether no request is answered after this one.
    private var isLast = false
    private var isReadHeld = false
    /// Since when the server waits for the client to send something, and to take something.
    private var (sending, taking): (NIOCore.NIODeadline?, NIOCore.NIODeadline?) = (nil, nil)
    private var watch: NIOCore.RepeatedTask?

    init(_ server: NIOServer) {
      self.server = server
    }

    func handlerAdded(context: NIOCore.ChannelHandlerContext) {
      self.context = context
      sending = .now()
      let reference = NIOConnectionReference(self, context.eventLoop)
      let pause = NIOCore.TimeAmount.nanoseconds(max(server.timeout.nanoseconds / 4, 1_000_000))
      watch = context.eventLoop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
        reference.connection.value.checkTime()
      }
    }

    private func checkTime() {
      let first = min(sending ?? .distantFuture, taking ?? .distantFuture)
      let isOverdue = first <= .now() - server.timeout
      if isOverdue { context?.close(promise: nil) }
    }

    func handlerRemoved(context: NIOCore.ChannelHandlerContext) {
      end()
    }

    func channelInactive(context: NIOCore.ChannelHandlerContext) {
      end()
      context.fireChannelInactive()
    }

    private func end() {
      watch?.cancel()
      watch = nil
      task?.cancel()
      task = nil
      body?.finish(throwing: NIOCore.ChannelError.inputClosed)
      body = nil
      context = nil
    }

    func errorCaught(context: NIOCore.ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
    """
  }

  /// How requests come in.
  private static func requests(_ runtime: Code) -> Code {
    """
    func channelRead(context: NIOCore.ChannelHandlerContext, data: NIOCore.NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head):
        if !isLast { begin(head, context) }
      case .body(let buffer):
        if isAnswering {
          sending = .now()
          body?.receive(Array(buffer: buffer))
        }
      case .end:
        isReceiving = false
        body?.finish()
        body = nil
        sending = isAnswering ? nil : .now()
        if isLast, !isAnswering { context.close(promise: nil) }
      }
    }

    func read(context: NIOCore.ChannelHandlerContext) {
      guard isAnswering, isReceiving, isUnwanted || body?.isPaused ?? false else {
        return context.read()
      }
      isReadHeld = true
      sending = nil
    }

    private func begin(
      _ head: NIOHTTP1.HTTPRequestHead, _ context: NIOCore.ChannelHandlerContext
    ) {
      (isReceiving, isAnswering) = (true, true)
      isUnwanted = false
      isLast = !head.isKeepAlive
      number += 1
      sending = .now()
      guard let method = \(runtime)HTTPMethod(head.method.rawValue) else {
        return context.close(promise: nil)
      }
      var headers = \(runtime)HeaderFields()
      for (name, value) in head.headers {
        guard let name = \(runtime)HeaderName(name) else { continue }
        headers.append(name, value)
      }
      let reference = NIOConnectionReference(self, context.eventLoop)
      let request = \(runtime)Request(
        method, head.uri, headers: headers, body: incomingBody(of: head, reference))
      let exchange = NIOExchange(
        server: server, request: request, isOld: head.version == .http1_0, channel: context.channel,
        connection: reference)
      task = Task { await exchange.run() }
    }

    private func incomingBody(
      of head: NIOHTTP1.HTTPRequestHead, _ reference: NIOConnectionReference
    ) -> \(runtime)Body {
      let length = head.headers["Content-Length"].first.flatMap { Int($0) }
      let isEmpty = !head.headers.contains(name: "Transfer-Encoding") && length ?? 0 == 0
      let expectations = head.headers["Expect"].map { $0.lowercased() }
      owesContinue = !isEmpty && expectations.contains("100-continue")
      if isEmpty { return .empty }
      let number = number
      let body = \(runtime)BodyInlet(
        isPaused: owesContinue, resume: { reference.execute { $0.readOn(number) } },
        cancel: { reference.execute { $0.refuseMore(of: number) } })
      self.body = body
      return body.body(length: length)
    }

    /// Reads no more of a body that nobody wants until the response is there.
    private func refuseMore(of number: Int) {
      if number == self.number { isUnwanted = true }
    }

    /// Goes on with a body that somebody wants.
    private func readOn(_ number: Int) {
      guard let context, isAnswering, number == self.number else { return }
      if owesContinue {
        owesContinue = false
        let head = NIOHTTP1.HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
      }
      readHeld(context)
    }

    private func readHeld(_ context: NIOCore.ChannelHandlerContext) {
      guard isReadHeld else { return }
      isReadHeld = false
      sending = .now()
      context.read()
    }
    """
  }

  /// How responses go out.
  private static let responses: Code = """
    /// Decides whether a response is the connection's last, and says so in its header. One that comes
    /// before the end of its request is not: what is left is read (RFC 9110, section 10.1.1), since
    /// clients lose a response whose connection closes while they write.
    private func completed(_ head: NIOHTTP1.HTTPResponseHead) -> NIOHTTP1.HTTPResponseHead {
      isLast = isLast || !head.isKeepAlive || owesContinue
      var head = head
      if isLast { head.headers.replaceOrAdd(name: "Connection", value: "close") }
      return head
    }

    /// Writes a response that is short, as a whole.
    func answer(_ head: NIOHTTP1.HTTPResponseHead, _ bytes: [UInt8]) {
      guard let context else { return }
      context.write(wrapOutboundOut(.head(completed(head))), promise: nil)
      if bytes.isEmpty { return finish() }
      taking = .now()
      // The next request is not answered before this response is taken.
      let body = wrapOutboundOut(.body(.byteBuffer(NIOCore.ByteBuffer(bytes: bytes))))
      context.writeAndFlush(body).assumeIsolated().whenSuccess { self.finish() }
    }

    /// Writes a part of a response; the promise is kept when the client has taken it.
    func write(
      _ part: NIOHTTP1.HTTPServerResponsePart, _ promise: NIOCore.EventLoopPromise<Void>
    ) {
      guard let context else { return promise.fail(NIOCore.ChannelError.ioOnClosedChannel) }
      var part = part
      if case .head(let head) = part { part = .head(completed(head)) }
      taking = .now()
      promise.futureResult.assumeIsolated().whenComplete { _ in self.taking = nil }
      context.writeAndFlush(wrapOutboundOut(part), promise: promise)
    }

    /// Ends a response. What is left of its request is passed over, but in all for no longer than the
    /// client may let the server wait.
    func finish() {
      guard let context else { return }
      isAnswering = false
      taking = nil
      task = nil
      body?.finish(throwing: NIOCore.ChannelError.inputClosed)
      body = nil
      sending = .now()
      readHeld(context)
      // The next request may begin while this is written.
      let isOver = isLast && (!isReceiving || owesContinue)
      let end = context.writeAndFlush(wrapOutboundOut(.end(nil)))
      if isOver { end.assumeIsolated().whenComplete { _ in self.close() } }
    }

    /// Closes a connection whose last response is written. Where a client that waited to be told to
    /// send its body may have lost patience meanwhile, what it sends is passed over.
    private func close() {
      guard let context else { return }
      guard isReceiving else { return context.close(promise: nil) }
      context.close(mode: .output).assumeIsolated().whenFailure { _ in context.close(promise: nil) }
    }
    """
}
