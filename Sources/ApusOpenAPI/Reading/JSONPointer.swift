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
    var start = token.startIndex
    for (position, byte) in token.enumerated() where byte == tilde || byte == slash {
      pointer.append(contentsOf: token[start..<position])
      pointer.append(contentsOf: byte == tilde ? "~0".utf8 : "~1".utf8)
      start = position + 1
    }
    pointer.append(contentsOf: token[start...])
  }

  /// The names and indices along the way; nothing if the text isn't a pointer.
  public static func tokens(of pointer: some StringProtocol) -> [String]? {
    var pointer = String(pointer)
    return pointer.withUTF8 { bytes in
      var tokens: [String] = []
      guard let first = bytes.first else { return tokens }
      guard first == slash else { return nil }
      var start = 1
      for end in 1...bytes.count where end == bytes.count || bytes[end] == slash {
        let token = UnsafeBufferPointer(rebasing: bytes[start..<end])
        tokens.append(unescaped(String(decoding: token, as: UTF8.self)))
        start = end + 1
      }
      return tokens
    }
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
