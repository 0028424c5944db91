/// A header field's value with parameters, such as `form-data; name="a"; filename="b"` (RFC 9110,
/// section 5.6.6, and RFC 2183).
struct HeaderParameters: Sendable {
  /// What stands before the parameters, in lower case.
  let value: String
  private var parameters: [(name: String, text: String)] = []

  /// Reads a field's value; what can't be read ends it.
  init(_ text: String) {
    var rest = text[...].utf8
    value = String(ASCII.trimmed(Substring(rest.prefix { $0 != UInt8(ascii: ";") }))).lowercased()
    rest = rest.drop { $0 != UInt8(ascii: ";") }
    while rest.popFirst() != nil {
      let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
      rest = rest.dropFirst(name.count)
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst()
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
      let text = Self.text(&rest)
      parameters.append((ASCII.trimmed(Substring(name)).lowercased(), text))
      rest = rest.drop { $0 != UInt8(ascii: ";") }
    }
  }

  /// The first parameter of a name in lower case.
  subscript(name: String) -> String? { parameters.first { $0.name == name }?.text }

  /// A token or a quoted text. A backslash stands for itself unless a quotation mark or another
  /// backslash follows: old browsers send paths so.
  private static func text(_ rest: inout Substring.UTF8View) -> String {
    guard rest.first == UInt8(ascii: "\"") else {
      let token = rest.prefix { $0 != UInt8(ascii: ";") }
      rest = rest.dropFirst(token.count)
      return String(ASCII.trimmed(Substring(token)))
    }
    rest = rest.dropFirst()
    var bytes: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\"), let next = rest.first,
        next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
      {
        bytes.append(next)
        rest = rest.dropFirst()
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension HeaderParameters {
  /// A parameter of `Content-Disposition` in multipart messages. In the name of a part and of a file,
  /// CR, LF and the quotation mark are percent-encoded, and nothing else is (WHATWG HTML, "multipart
  /// form data"; RFC 7578, section 4.2).
  func disposition(_ name: String) -> String? {
    if let text = self[name] {
      return Self.escapes.reduce(text) { text, escape in
        Self.replacing(escape.code, in: text, by: escape.byte)
      }
    }
    // The form of RFC 8187, which some send though RFC 7578 forbids it.
    guard let text = self["\(name)*"] else { return nil }
    let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
    return PercentEncoding.decode(parts[2])
  }

  /// A parameter's text between quotation marks, as ``disposition(_:)`` reads it.
  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if let escape = escapes.first(where: { $0.byte == byte }) {
        bytes += escape.code
      } else {
        if byte == UInt8(ascii: "\\") { bytes.append(byte) }
        // NUL can't stand in a field.
        bytes.append(byte == 0 ? UInt8(ascii: " ") : byte)
      }
    }
    return "\"\(String(decoding: bytes, as: UTF8.self))\""
  }

  private static let escapes: [(code: [UInt8], byte: UInt8)] = [
    (Array("%22".utf8), 0x22), (Array("%0D".utf8), 0x0D), (Array("%0A".utf8), 0x0A),
  ]

  private static func replacing(_ code: [UInt8], in text: String, by byte: UInt8) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
      let isCode = rest.count >= 3 && zip(rest, code).allSatisfy { ASCII.uppercased($0) == $1 }
      bytes.append(isCode ? byte : first)
      rest = rest.dropFirst(isCode ? 3 : 1)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
