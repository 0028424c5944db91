import ApusCore

// JSON Pointers as text, for instance `/components/schemas/Run~1Cancel` (RFC 6901).
extension JSONPointer {
  /// The pointer to a member or an element of what `pointer` points to.
  static func appending(_ token: String, to pointer: String) -> String {
    var result = pointer
    result.reserveCapacity(pointer.utf8.count + token.utf8.count + 1)
    result += "/"
    result += escape(token)
    return result
  }

  /// The pointer to an element.
  static func appending(_ index: Int, to pointer: String) -> String {
    "\(pointer)/\(index)"
  }

  /// Appends a token as it stands in a pointer (RFC 6901, section 3).
  static func append(_ token: UnsafeBufferPointer<UInt8>, to pointer: inout [UInt8]) {
    for byte in token {
      switch byte {
      case tilde: pointer.append(contentsOf: "~0".utf8)
      case slash: pointer.append(contentsOf: "~1".utf8)
      default: pointer.append(byte)
      }
    }
  }

  /// The names and indices along the way; nothing if the text isn't a pointer.
  public static func tokens(of pointer: some StringProtocol) -> [String]? {
    guard !pointer.isEmpty else { return [] }
    let bytes = Array(pointer.utf8)
    guard bytes.first == slash else { return nil }
    let parts = bytes.dropFirst().split(separator: slash, omittingEmptySubsequences: false)
    return parts.map { unescaped(String(decoding: $0, as: UTF8.self)) }
  }

  /// The pointer through the names and indices.
  static func pointer(through tokens: some Sequence<String>) -> String {
    tokens.reduce("") { appending($1, to: $0) }
  }

  /// A token as it is meant. A `~` that escapes nothing stands for itself.
  static func unescaped(_ token: String) -> String {
    guard token.utf8.contains(tilde) else { return token }
    var result = ""
    var scalars = token.unicodeScalars.makeIterator()
    var pending = scalars.next()
    while let scalar = pending {
      pending = scalars.next()
      guard scalar == "~", pending == "0" || pending == "1" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      result += pending == "0" ? "~" : "/"
      pending = scalars.next()
    }
    return result
  }
}

private let tilde = UInt8(ascii: "~")
private let slash = UInt8(ascii: "/")
