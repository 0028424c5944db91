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

  /// Reads what the target is (RFC 9110, section 9.3.1).
  public static let get = HTTPMethod(known: "GET")
  /// `get` without the body (RFC 9110, section 9.3.2).
  public static let head = HTTPMethod(known: "HEAD")
  /// Gives the target something to do something with (RFC 9110, section 9.3.3).
  public static let post = HTTPMethod(known: "POST")
  /// Puts something in the target's place (RFC 9110, section 9.3.4).
  public static let put = HTTPMethod(known: "PUT")
  /// Takes the target away (RFC 9110, section 9.3.5).
  public static let delete = HTTPMethod(known: "DELETE")
  /// Asks how the target can be spoken to (RFC 9110, section 9.3.7).
  public static let options = HTTPMethod(known: "OPTIONS")
  /// Asks for the request as it arrives (RFC 9110, section 9.3.8).
  public static let trace = HTTPMethod(known: "TRACE")
  /// Makes a tunnel to the target (RFC 9110, section 9.3.6).
  public static let connect = HTTPMethod(known: "CONNECT")
  /// Changes parts of the target (RFC 5789).
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
