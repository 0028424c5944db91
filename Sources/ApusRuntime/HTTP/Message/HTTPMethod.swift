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

/// The words that methods, field names and media types are made of (RFC 9110, section 5.6.2).
enum Token {
  /// Whether the text is one or more token characters.
  static func isValid(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isCharacter)
  }

  /// Whether the byte may stand in a token.
  static func isCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
      UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default:
      false
    }
  }
}

/// ASCII letters without regard to case, which is all the case that HTTP knows.
enum ASCII {
  static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// Whether the texts are the same but for the case of ASCII letters.
  static func areEqualIgnoringCase(_ left: some StringProtocol, _ right: some StringProtocol)
    -> Bool
  {
    left.utf8.count == right.utf8.count
      && zip(left.utf8, right.utf8).allSatisfy { lowercased($0) == lowercased($1) }
  }

  /// The text without the blanks and tabs around it (OWS of RFC 9110, section 5.6.3).
  static func trimmed(_ text: Substring) -> Substring {
    var bytes = text.utf8
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return Substring(bytes)
  }
}
