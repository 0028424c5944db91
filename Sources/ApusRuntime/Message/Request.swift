/// A request, as a client sends it and as a server receives it.
public struct Request: Sendable {
  /// The method.
  public var method: HTTPMethod
  /// The scheme and the authority, such as `https://example.com:8443`; `nil` where a server
  /// received only a path, or where client and server are in one process.
  public var origin: String?
  /// The path, percent-encoded, such as `/files/a%2Fb`.
  public var path: String
  /// What stands behind the question mark, percent-encoded; `nil` without a question mark.
  public var query: String?
  /// The header.
  public var headers: HeaderFields
  /// The body; empty where there is none.
  public var body: Body
  /// What of it must not be written down.
  var secrets = SecretNames()

  /// A request for a target of RFC 9112, section 3.2, such as `/runs?limit=5` or
  /// `https://example.com/runs`. A fragment is dropped: it never goes to a server.
  public init(
    _ method: HTTPMethod, _ target: String, headers: HeaderFields = [:], body: Body = .empty
  ) {
    let (origin, path, query) = Self.split(target)
    self.method = method
    self.origin = origin
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// The path and the query, as they stand in the first line of a request.
  public var target: String {
    query.map { "\(path)?\($0)" } ?? path
  }

  private static func split(_ target: String) -> (origin: String?, path: String, query: String?) {
    let whole = target.utf8.prefix { $0 != UInt8(ascii: "#") }
    let beforeQuery = whole.prefix { $0 != UInt8(ascii: "?") }
    let query = whole.dropFirst(beforeQuery.count)
    let origin = originPrefix(of: beforeQuery)
    let path = beforeQuery.dropFirst(origin?.utf8.count ?? 0)
    return (
      origin,
      path.isEmpty ? "/" : String(Substring(path)),
      query.isEmpty ? nil : String(Substring(query.dropFirst()))
    )
  }

  /// `scheme://authority` at the beginning, if it is there.
  private static func originPrefix(of text: Substring.UTF8View) -> String? {
    let scheme = text.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") }
    let rest = text.dropFirst(scheme.count)
    guard !scheme.isEmpty, rest.starts(with: "://".utf8) else { return nil }
    let authority = rest.dropFirst(3).prefix { $0 != UInt8(ascii: "/") }
    return String(Substring(text.prefix(scheme.count + 3 + authority.count)))
  }
}
