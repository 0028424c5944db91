/// Writes the adapter by which SwiftNIO serves a router: `NIO.swift`. It says nothing of the document.
enum NIOEmitter {
  /// The modules whose types its declarations for others mention.
  static let modules: [Code] = ["NIOCore", "NIOHTTP1", "NIOPosix"]
  /// Those that it uses besides.
  static let innerModules: [Code] = ["Synchronization"]

  /// The server and what it needs, inside the namespace of all types if there is one.
  ///
  /// - Parameter runtime: What stands before the names of the runtime's types.
  static func adapter(in namespace: Identifier?, runtime: Code) -> Code {
    Code.paragraphs([
      server(runtime), connections, NIOConnectionEmitter.connection(runtime),
      NIOExchangeEmitter.reference, NIOExchangeEmitter.exchange(runtime),
    ]).inside(namespace)
  }

  private static func server(_ runtime: Code) -> Code {
    """
    /// Serves a router of ApusRuntime over HTTP/1.1 by SwiftNIO.
    ///
    ///     var router = Router()
    ///     router.serve(api)
    ///     try await NIOServer(router).run(port: 8080)
    ///
    /// Bodies are streamed both ways: a client has to wait while the operation doesn't read, and the
    /// next chunk of a response is made when the client took the last. An operation whose client is
    /// gone, or has closed its side of the connection, is cancelled. The target of this file depends
    /// on NIOCore, NIOHTTP1 and NIOPosix of SwiftNIO.
    \(.access)nonisolated struct NIOServer: Sendable {
      /// How long a client may let the server wait: for the header of its next request, for more of
      /// a body, or until it takes more of a response. Then its connection ends.
      \(.access)var timeout = NIOCore.TimeAmount.seconds(60)
      /// How long what is under way may take when the server is to end.
      \(.access)var grace = NIOCore.TimeAmount.seconds(10)
      /// How many connections there may be; more are closed at once.
      \(.access)var connectionLimit = 10_000
      /// How long headers may be; longer ones are answered with 400.
      \(.access)var headerLimits: NIOHTTP1.NIOHTTPDecoderLimitConfiguration = {
        var limits = NIOHTTP1.NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = 1 << 14
        limits.maxHeaderListSize = 1 << 16
        return limits
      }()

      fileprivate let router: \(runtime)Router

      \(.access)init(_ router: \(runtime)Router) {
        self.router = router
      }

      /// Serves until the calling task is cancelled. Then no connection is accepted any more, and
      /// what is under way is brought to its end.
      ///
      /// - Parameters:
      ///   - port: 0 for any that is free.
      ///   - eventLoops: What runs the connections.
      ///   - onStart: Is told where the server listens.
      /// - Throws: What keeps it from listening.
      \(.access)func run(
        host: String = "127.0.0.1", port: Int,
        on eventLoops: any NIOCore.EventLoopGroup = NIOPosix.MultiThreadedEventLoopGroup.singleton,
        onStart: @Sendable (NIOCore.SocketAddress?) -> Void = { _ in }
      ) async throws {
        let connections = NIOConnections()
        let listener = try await NIOPosix.ServerBootstrap(group: eventLoops)
          .serverChannelOption(.backlog, value: 256)
          .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
          .childChannelInitializer { channel in
            guard connections.insert(channel, upTo: connectionLimit) else { return channel.close() }
            return configure(channel)
          }
          .bind(host: host, port: port).get()
        onStart(listener.localAddress)
        await withTaskCancellationHandler {
          try? await listener.closeFuture.get()
        } onCancel: {
          listener.close(promise: nil)
        }
        await connections.end(within: grace)
      }

      /// Makes the channel of a connection serve the router: for bootstraps of your own, such as one
      /// with TLS.
      \(.access)func configure(_ channel: any NIOCore.Channel) -> NIOCore.EventLoopFuture<Void> {
        channel.eventLoop.makeCompletedFuture {
          var framing = NIOHTTP1.HTTPResponseEncoder.Configuration()
          framing.automaticallySetFramingHeaders = false
          let handlers = channel.pipeline.syncOperations
          try handlers.configureHTTPServerPipeline(
            withOutboundHeaderValidation: false, withEncoderConfiguration: framing,
            withDecoderLimitConfiguration: headerLimits)
          try handlers.addHandler(NIOConnection(self))
        }
      }
    }
    """
  }

  private static let connections: Code = """
    /// The connections of a server.
    private nonisolated final class NIOConnections: Sendable {
      private let channels = Synchronization.Mutex<[ObjectIdentifier: any NIOCore.Channel]>([:])

      /// Adds a connection until it is closed; false if there are too many.
      func insert(_ channel: any NIOCore.Channel, upTo limit: Int) -> Bool {
        let identifier = ObjectIdentifier(channel)
        let isWelcome = channels.withLock { channels in
          guard channels.count < limit else { return false }
          channels[identifier] = channel
          return true
        }
        guard isWelcome else { return false }
        channel.closeFuture.whenComplete { [self] _ in
          channels.withLock { _ = $0.removeValue(forKey: identifier) }
        }
        return true
      }

      /// Lets each connection end with the response that is under way, or when the time is over.
      func end(within time: NIOCore.TimeAmount) async {
        let open = channels.withLock { Array($0.values) }
        for channel in open {
          let overdue = channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
          channel.closeFuture.whenComplete { _ in overdue.cancel() }
          channel.pipeline.fireUserInboundEventTriggered(NIOCore.ChannelShouldQuiesceEvent())
        }
        for channel in open { try? await channel.closeFuture.get() }
      }
    }
    """
}
