/// Writes JSON text without white space.
public struct JSONWriter: ~Copyable {
  private var buffer: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int
  /// Whether equal values are to be written equally, as comparing them asks for; if not, numbers stay as they were written.
  let isCanonical: Bool

  public init() { self.init(isCanonical: false) }

  init(isCanonical: Bool) {
    self.isCanonical = isCanonical
    capacity = 256
    buffer = .allocate(capacity: capacity)
  }

  deinit { buffer.deallocate() }

  /// What has been written.
  public var bytes: [UInt8] { withBytes { Array($0) } }

  /// What has been written.
  public var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(UnsafeBufferPointer(start: buffer, count: count))
  }

  public mutating func null() { append("null") }

  public mutating func boolean(_ value: Bool) { append(value ? "true" : "false") }

  public mutating func number(_ value: some FixedWidthInteger) { append(String(value)) }

  /// Writes the shortest number that reads back as the same value; null for infinities and NaN, which JSON hasn't.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    append(value.description)
  }

  public mutating func number(_ value: JSONNumber) {
    append(isCanonical ? value.canonicalText : value.text)
  }

  /// Writes an object.
  public mutating func object(_ body: (inout JSONObjectWriter) -> Void) {
    append(UInt8(ascii: "{"))
    var object = JSONObjectWriter(json: consume self)
    body(&object)
    self = object.finish()
    append(UInt8(ascii: "}"))
  }

  /// Writes an array of values.
  public mutating func array<Element: JSONCodable>(_ elements: some Sequence<Element>) {
    append(UInt8(ascii: "["))
    var isFirst = true
    for element in elements {
      if !isFirst { append(UInt8(ascii: ",")) }
      isFirst = false
      element.write(to: &self)
    }
    append(UInt8(ascii: "]"))
  }

  /// The last byte that was written.
  var last: UInt8? { count > 0 ? buffer[count - 1] : nil }

  mutating func append(_ byte: UInt8) {
    reserve(1)
    buffer[count] = byte
    count += 1
  }

  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (buffer + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: buffer, count: count)
    buffer.deallocate()
    buffer = larger
  }
}
