/// Writes the adapter by which Hummingbird serves a router: `Hummingbird.swift`. It says nothing of
/// the document.
enum HummingbirdEmitter {
  static let modules: [Code] = ["Hummingbird"]

  /// The responder, inside the namespace of all types if there is one, and what it needs.
  static func adapter(in namespace: Identifier?) -> Code {
    .paragraphs([responder.inside(namespace), conversions])
  }

  private static let responder: Code = """
    /// Answers Hummingbird's requests by a router of ApusRuntime.
    ///
    ///     var router = ApusRuntime.Router()
    ///     router.serve(api)
    ///     try await Application(responder: HummingbirdResponder(router)).runService()
    ///
    /// To serve the operations beside other routes, with their middleware, call
    /// ``respond(to:context:)`` from one of Hummingbird's own routes.
    \(.access)struct HummingbirdResponder<Context>: HTTPResponder {
      private let router: ApusRuntime.Router

      /// A responder for requests with any context.
      \(.access)init(_ router: ApusRuntime.Router, context: Context.Type) {
        self.router = router
      }

      /// A responder for requests with Hummingbird's basic context.
      \(.access)init(_ router: ApusRuntime.Router) where Context == BasicRequestContext {
        self.init(router, context: BasicRequestContext.self)
      }

      /// Finds the operation that the request is for, and answers. The body is read as the operation
      /// asks for it.
      \(.access)func respond(
        to request: Hummingbird.Request, context: Context
      ) async -> Hummingbird.Response {
        guard let request = ApusRuntime.Request(request) else { return .init(status: .badRequest) }
        return Hummingbird.Response(await router.respond(to: request))
      }
    }
    """

  private static let conversions: Code = """
    nonisolated extension ApusRuntime.Request {
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
          stream: request.body.map { Array(buffer: $0) },
          length: request.headers[.contentLength].flatMap { Int($0) }
        )
        self.init(method, request.head.path ?? "/", headers: headers, body: body)
      }
    }

    nonisolated extension Hummingbird.Response {
      fileprivate init(_ response: ApusRuntime.Response) {
        var headers = HTTPFields()
        for field in response.headers {
          guard let name = HTTPFields.Element.Name(field.name.description) else { continue }
          headers.append(HTTPFields.Element(name: name, value: field.value))
        }
        // Other codes can't stand in a final response.
        let code = (200...999).contains(response.status) ? response.status : 500
        self.init(status: .init(code: code), headers: headers, body: ResponseBody(response.body))
        // HTTP allows no `Content-Length` here (RFC 9110, section 8.6).
        if code == 204 { self.headers[.contentLength] = nil }
      }
    }

    nonisolated extension ResponseBody {
      fileprivate init(_ body: ApusRuntime.Body) {
        if let bytes = body.bytes {
          self = bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        } else {
          self.init(contentLength: body.length) { writer in
            for try await chunk in body { try await writer.write(ByteBuffer(bytes: chunk)) }
            try await writer.finish(nil)
          }
        }
      }
    }
    """
}
