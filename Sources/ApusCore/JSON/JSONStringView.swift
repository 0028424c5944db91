/// A string or a member's name in a parsed JSON text; valid as long as the `JSONView` it came from.
///
/// Text is compared code point by code point, as JSON Schema does, not by canonical equivalence.
public struct JSONStringView: Hashable {
  let node: UnsafePointer<JSONNode>
  let text: UnsafePointer<UInt8>

  /// A value seen as a string, which it must be.
  init(_ string: JSONView) {
    (node, text) = (string.node, string.text)
  }

  init(node: UnsafePointer<JSONNode>, text: UnsafePointer<UInt8>) {
    (self.node, self.text) = (node, text)
  }

  /// The bytes between the quotation marks, escapes included.
  var literal: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: text + Int(node.pointee.offset), count: Int(node.pointee.length))
  }

  var isEscaped: Bool { node.pointee.flags.contains(.escaped) }

  /// A copy of the text.
  public var string: String {
    guard isEscaped else { return String(decoding: literal, as: UTF8.self) }
    return withUTF8 { String(decoding: $0, as: UTF8.self) }
  }

  /// The number of Unicode code points.
  public var codePointCount: Int {
    withUTF8 { bytes in
      var count = 0
      for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }

  /// Gives the text's UTF-8, which is copied only where the string has escapes.
  public func withUTF8<Result, Failure>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard isEscaped else { return try body(literal) }
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: literal.count)
    defer { buffer.deallocate() }
    let count = unescapeJSON(literal, into: buffer)
    return try body(UnsafeBufferPointer(rebasing: buffer.prefix(count)))
  }

  @inline(__always)
  func equals(_ name: JSONName) -> Bool {
    guard node.pointee.next == name.digest else { return false }
    guard isEscaped else { return literal.hasSameBytes(as: name.bytes) }
    return withUTF8 { $0.hasSameBytes(as: name.bytes) }
  }

  public static func == (left: JSONStringView, right: JSONStringView) -> Bool {
    left.withUTF8 { left in right.withUTF8 { right in left.hasSameBytes(as: right) } }
  }

  public func hash(into hasher: inout Hasher) {
    withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Whether the two are the same, code point by code point.
  public static func == (left: JSONStringView, right: String) -> Bool {
    right.withBytes { right in left.withUTF8 { left in left.hasSameBytes(as: right) } }
  }
}

extension JSONStringView: CustomStringConvertible {
  public var description: String { string }
}
