import struct Foundation.UUID

/// Gives every request an identifier, by which its traces can be found on both sides.
///
/// A client's request gets one unless it has one, or unless it is sent by a handler of a router: then
/// it has that one's. A router takes the one that came, and says it in the response.
public struct RequestIDMiddleware: Middleware {
  /// The identifier of the request that is being handled, for logs; nil where there is none.
  @TaskLocal public static var current: String?

  private let header: HeaderName
  private let make: @Sendable () -> String

  /// - Parameters:
  ///   - header: The field that has the identifier.
  ///   - make: A new identifier.
  public init(
    header: HeaderName = "X-Request-ID",
    make: @escaping @Sendable () -> String = { UUID().uuidString.lowercased() }
  ) {
    self.header = header
    self.make = make
  }

  public func intercept(_ request: Request, next: @escaping Next) async throws -> Response {
    let identifier =
      request.headers[header].flatMap { Self.isUsable($0) ? $0 : nil } ?? Self.current ?? make()
    var request = request
    request.headers[header] = identifier
    var response = try await Self.$current.withValue(identifier) { [request] in
      try await next(request)
    }
    if response.headers[header] == nil { response.headers[header] = identifier }
    return response
  }

  /// Whether an identifier that somebody else made can stand in a log: short, and without blanks and
  /// other characters that could pass for something else there.
  private static func isUsable(_ text: String) -> Bool {
    (1...128).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
  }
}
