/// The method of a request: any token, compared with case (RFC 9110, section 9.1).
public struct HTTPMethod: Hashable, Sendable, CustomStringConvertible {
  /// The method as it is written on the wire, such as `GET`.
  public let name: String

  /// The method of that name, or `nil` where the name is not a token of RFC 9110.
  public init?(_ name: String) {
    guard Token.isValid(name) else { return nil }
    self.name = name
  }

  private init(known name: String) {
    self.name = name
  }

  public static let get = HTTPMethod(known: "GET")
  public static let head = HTTPMethod(known: "HEAD")
  public static let post = HTTPMethod(known: "POST")
  public static let put = HTTPMethod(known: "PUT")
  public static let delete = HTTPMethod(known: "DELETE")
  public static let options = HTTPMethod(known: "OPTIONS")
  public static let trace = HTTPMethod(known: "TRACE")
  public static let connect = HTTPMethod(known: "CONNECT")
  public static let patch = HTTPMethod(known: "PATCH")
  /// A safe request with a body, which OpenAPI 3.2 knows as `query`.
  public static let query = HTTPMethod(known: "QUERY")

  /// The methods that have a constant here.
  public static let standard: [HTTPMethod] = [
    .get, .head, .post, .put, .delete, .options, .trace, .connect, .patch, .query,
  ]

  public var description: String { name }
}

extension HTTPMethod: ExpressibleByStringLiteral {
  /// The method that a literal spells. What can't stand in a method is left out, so that no literal
  /// can break a request apart.
  public init(stringLiteral text: String) {
    name = String(decoding: text.utf8.filter(Token.isCharacter), as: UTF8.self)
  }
}
