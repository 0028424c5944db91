/// Writes the adapter by which AsyncHTTPClient carries requests: `AsyncHTTPClient.swift`. It says nothing
/// of the document.
enum AsyncHTTPClientEmitter {
  /// The modules whose types its declarations for others mention.
  static let modules: [Code] = ["AsyncHTTPClient", "NIOCore"]
  /// Those that it uses besides.
  static let innerModules: [Code] = ["NIOHTTP1"]

  /// The transport, inside the namespace of all types if there is one, and what it needs.
  ///
  /// - Parameter runtime: What stands before the names of the runtime's types.
  static func adapter(in namespace: Identifier?, runtime: Code) -> Code {
    let types = Code.paragraphs([transport(runtime), owner])
    return .paragraphs([types.inside(namespace), conversions(runtime)])
  }

  private static func transport(_ runtime: Code) -> Code {
    """
    /// Carries requests of ApusRuntime by AsyncHTTPClient.
    ///
    ///     let transport = AsyncHTTPClientTransport()
    ///     let client = Client(baseURL: "https://example.com", transport: transport)
    ///
    /// Bodies are streamed both ways: the server has to wait while nobody reads, and the next chunk
    /// of a request is made when the server takes it. Redirects are not followed: they arrive as the
    /// responses that they are, so that credentials never go where nobody sent them. The target of
    /// this file depends on NIOCore and NIOHTTP1 of SwiftNIO, too.
    \(.access)nonisolated struct AsyncHTTPClientTransport: Transport {
      private let owner: AsyncHTTPClientOwner

      /// A transport with a client of its own, which ends once nothing refers to it any more.
      ///
      /// - Parameters:
      ///   - configuration: Timeouts, TLS, proxies and connections per host, for example.
      ///   - eventLoops: What runs the connections.
      \(.access)init(
        configuration: AsyncHTTPClient.HTTPClient.Configuration = .init(),
        eventLoops: any NIOCore.EventLoopGroup = AsyncHTTPClient.HTTPClient.defaultEventLoopGroup
      ) {
        owner = AsyncHTTPClientOwner(configuration, eventLoops)
      }

      \(.access)func send(_ request: \(runtime)Request) async throws -> \(runtime)Response {
        let outgoing = AsyncHTTPClient.HTTPClientRequest(request)
        let response = try await owner.client.execute(outgoing, deadline: .distantFuture)
        return \(runtime)Response(response, keeping: owner)
      }
    }
    """
  }

  private static let owner: Code = """
    /// A client, and its end.
    private nonisolated final class AsyncHTTPClientOwner: Sendable {
      let client: AsyncHTTPClient.HTTPClient

      init(
        _ configuration: AsyncHTTPClient.HTTPClient.Configuration,
        _ eventLoops: any NIOCore.EventLoopGroup
      ) {
        var configuration = configuration
        configuration.redirectConfiguration = .disallow
        client = AsyncHTTPClient.HTTPClient(
          eventLoopGroupProvider: .shared(eventLoops), configuration: configuration)
      }

      deinit {
        client.shutdown { _ in }
      }
    }
    """

  private static func conversions(_ runtime: Code) -> Code {
    """
    nonisolated extension AsyncHTTPClient.HTTPClientRequest {
      fileprivate init(_ request: \(runtime)Request) {
        self.init(url: (request.origin ?? "") + request.target)
        method = NIOHTTP1.HTTPMethod(rawValue: request.method.name)
        for field in request.headers {
          headers.add(name: field.name.description, value: field.value)
        }
        if let bytes = request.body.bytes {
          if !bytes.isEmpty { body = .bytes(bytes) }
        } else {
          let chunks = request.body.map { NIOCore.ByteBuffer(bytes: $0) }
          body = .stream(chunks, length: request.body.length.map { .known(Int64($0)) } ?? .unknown)
        }
      }
    }

    nonisolated extension \(runtime)Response {
      /// - Parameter client: What must not end before the response does.
      fileprivate init(
        _ response: AsyncHTTPClient.HTTPClientResponse, keeping client: any AnyObject & Sendable
      ) {
        var headers = \(runtime)HeaderFields()
        for (name, value) in response.headers {
          guard let name = \(runtime)HeaderName(name) else { continue }
          headers.append(name, value)
        }
        // These speak of the connection, which is the client's.
        headers["Connection"] = nil
        headers["Keep-Alive"] = nil
        headers["Transfer-Encoding"] = nil
        let chunks = response.body.map { [client] buffer in
          withExtendedLifetime(client) { Array(buffer: buffer) }
        }
        self.init(Int(response.status.code), headers: headers, body: .init(stream: chunks))
      }
    }
    """
  }
}
