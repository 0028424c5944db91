/// A media type without its parameters, such as `application/json` (RFC 9110, section 8.3.1).
public struct MediaType: Sendable, CustomStringConvertible {
  /// The part before the slash, in lower case.
  public let type: String
  /// The part behind the slash, in lower case.
  public let subtype: String

  /// Reads a `Content-Type` value; its parameters (`charset=utf-8`) are passed over. `nil` where
  /// the value is no media type.
  public init?(_ value: String) {
    let essence = value.utf8.prefix { $0 != UInt8(ascii: ";") }
    let beforeSlash = essence.prefix { $0 != UInt8(ascii: "/") }
    let type = ASCII.trimmed(Substring(beforeSlash))
    let subtype = ASCII.trimmed(Substring(essence[beforeSlash.endIndex...].dropFirst()))
    guard Token.isValid(type), Token.isValid(subtype) else { return nil }
    self.type = type.lowercased()
    self.subtype = subtype.lowercased()
  }

  private init(_ type: String, _ subtype: String) {
    self.type = type
    self.subtype = subtype
  }

  /// `application/json` (RFC 8259, section 11).
  public static let json = MediaType("application", "json")
  /// `application/x-www-form-urlencoded` (WHATWG URL, section 5).
  public static let form = MediaType("application", "x-www-form-urlencoded")
  /// `application/problem+json` (RFC 9457, section 6.1).
  public static let problem = MediaType("application", "problem+json")

  /// Whether a range such as `application/*` or `*/*`, or the same type, takes in this type.
  public func matches(_ range: MediaType) -> Bool {
    (range.type == "*" || range.type == type)
      && (range.subtype == "*" || range.subtype == subtype)
  }

  public var description: String { "\(type)/\(subtype)" }
}

extension MediaType: Hashable {}

extension MediaType: ExpressibleByStringLiteral {
  /// The media type or range that a literal spells; one that spells none is `*/*`.
  public init(stringLiteral text: String) {
    self = MediaType(text) ?? MediaType("*", "*")
  }
}

extension MediaType {
  /// The type itself, or another in place of a range.
  func orElse(_ other: MediaType) -> MediaType { isRange ? other : self }

  /// Whether it stands for several types.
  public var isRange: Bool { type == "*" || subtype == "*" }

  /// Of some lists of types and ranges, the number of the one that names this type most exactly;
  /// `nil` where none does.
  func place(among lists: [[MediaType]]) -> Int? {
    let ranks: [(MediaType) -> Bool] = [
      { $0 == self }, { $0.type == self.type && $0.subtype == "*" }, { $0.type == "*" },
    ]
    for rank in ranks {
      if let place = lists.firstIndex(where: { $0.contains(where: rank) }) { return place }
    }
    return nil
  }
}
