/// A path into a JSON value (RFC 6901).
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
  /// Member names and array indices, from the outside in.
  public var tokens: [String]

  /// A pointer of unescaped tokens.
  public init(_ tokens: [String] = []) {
    self.tokens = tokens
  }

  /// The pointer with one token more.
  public func appending(_ token: String) -> JSONPointer {
    JSONPointer(tokens + [token])
  }

  /// The pointer's text: a `/` before each token, in which `~` is `~0` and `/` is `~1` (RFC 6901,
  /// section 3).
  public var description: String {
    tokens.map { "/" + Self.escape($0) }.joined()
  }

  /// A token as it stands in a pointer's text.
  public static func escape(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return token
    }
    var escaped = ""
    for character in token.unicodeScalars {
      switch character {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
