/// Why bytes are not a JSON text, and where.
public struct JSONSyntaxError: Error, Hashable, Sendable {
  /// The number of bytes before the first one that can't be there.
  public let offset: Int
  /// The line of that byte, counted from 1.
  public let line: Int
  /// The column of that byte, counted from 1 in Unicode code points.
  public let column: Int
  /// What was expected and what was found.
  public let message: String

  init(_ message: String, at offset: Int, in text: UnsafeRawBufferPointer) {
    self.message = message
    self.offset = offset
    var line = 1
    var column = 1
    for byte in text.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.line = line
    self.column = column
  }
}

extension JSONSyntaxError: CustomStringConvertible {
  public var description: String { "line \(line), column \(column): \(message)" }
}
