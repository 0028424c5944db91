/// Writes JSON text without white space.
public struct JSONWriter: ~Copyable {
  private var buffer = JSONBuffer<UInt8>(capacity: 256)
  /// Whether equal values are to be written equally, as comparing them asks for; if not, numbers stay as they were written.
  let isCanonical: Bool

  /// A writer of one value.
  public init() { self.init(isCanonical: false) }

  init(isCanonical: Bool) {
    self.isCanonical = isCanonical
  }

  /// What has been written.
  public var bytes: [UInt8] { withBytes { Array($0) } }

  /// What has been written.
  public var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(buffer.suffix(from: 0))
  }

  /// Writes `null`.
  public mutating func null() { append("null") }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) { append(value ? "true" : "false") }

  /// Writes an object.
  public mutating func object(_ body: (inout JSONObjectWriter) -> Void) {
    append(UInt8(ascii: "{"))
    var object = JSONObjectWriter(json: consume self)
    body(&object)
    self = object.finish()
    append(UInt8(ascii: "}"))
  }

  /// Writes an array of values.
  public mutating func array<Element: JSONCodable>(_ elements: [Element]) {
    append(UInt8(ascii: "["))
    elements.withUnsafeBufferPointer { elements in
      guard let first = elements.baseAddress else { return }
      for index in elements.indices {
        if index > 0 { append(UInt8(ascii: ",")) }
        (first + index).pointee.write(to: &self)
      }
    }
    append(UInt8(ascii: "]"))
  }

  /// Writes an array.
  public mutating func array(_ body: (inout JSONArrayWriter) -> Void) {
    append(UInt8(ascii: "["))
    var array = JSONArrayWriter(json: consume self)
    body(&array)
    self = array.finish()
    append(UInt8(ascii: "]"))
  }

  /// How many bytes have been written.
  var count: Int { buffer.count }

  @inline(__always)
  mutating func append(_ byte: UInt8) { buffer.append(byte) }

  /// Makes room for more bytes, all of which the caller must set at once.
  @inline(__always)
  mutating func claim(_ more: Int) -> UnsafeMutablePointer<UInt8> { buffer.claim(more) }

  /// Makes room for more bytes, and appends as many as `body` sets.
  @inline(__always)
  mutating func append(upTo most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    buffer.append(upTo: most, body)
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) { buffer.append(bytes) }

  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: String) { text.withBytes { append($0) } }
}
