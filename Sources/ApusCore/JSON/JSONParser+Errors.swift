extension JSONParser {
  func error(_ message: String, at offset: Int) -> JSONSyntaxError {
    JSONSyntaxError(message, at: offset, in: UnsafeRawBufferPointer(start: text, count: count))
  }

  /// The error of something else standing where `expected` must.
  func unexpected(_ expected: String) -> JSONSyntaxError {
    error("expected \(expected), found \(found)", at: position)
  }

  private var found: String {
    guard position < count else { return "the end of the text" }
    let byte = text[position]
    switch byte {
    case 0x21...0x7E: return "“\(Unicode.Scalar(byte))”"
    case 0x20: return "a space"
    case 0x0A, 0x0D: return "the end of the line"
    case 0x80...: return codePoint.map { "“\($0)”" } ?? "bytes that are not UTF-8"
    default: return "a control character"
    }
  }

  /// The code point at the position.
  private var codePoint: Unicode.Scalar? {
    let bytes = UnsafeBufferPointer(start: text + position, count: min(4, count - position))
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }
}
