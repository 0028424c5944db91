#if canImport(FoundationEssentials)
  public import struct FoundationEssentials.UUID
#else
  public import struct Foundation.UUID
#endif

extension UUID: JSONCodable {
  /// Reads upper and lower case alike (RFC 9562, section 4).
  public init(from json: JSONView) throws {
    guard let value = json.stringView?.withUTF8({ UUID(utf8: $0) }) else {
      throw JSONDecodingError(expected: "a UUID", found: json)
    }
    self = value
  }

  /// Writes lower case.
  public func write(to json: inout JSONWriter) {
    let text = json.claim(38)
    text.initialize(repeating: UInt8(ascii: "-"), count: 38)
    text[0] = UInt8(ascii: "\"")
    text[37] = UInt8(ascii: "\"")
    let output = UnsafeMutableRawBufferPointer(start: text + 1, count: 36)
    withUnsafeBytes(of: uuid) { bytes in
      func digits(_ offset: Int) -> UInt64 {
        hexadecimalDigits(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian)
      }
      func store(_ digits: UInt64, at offset: Int, and rest: Int) {
        let halves = (UInt32(truncatingIfNeeded: digits), UInt32(truncatingIfNeeded: digits >> 32))
        output.storeBytes(of: halves.0.littleEndian, toByteOffset: offset, as: UInt32.self)
        output.storeBytes(of: halves.1.littleEndian, toByteOffset: rest, as: UInt32.self)
      }
      store(digits(0), at: 0, and: 4)
      store(digits(4), at: 9, and: 14)
      store(digits(8), at: 19, and: 24)
      store(digits(12), at: 28, and: 32)
    }
  }

  /// The value of 36 characters, or nil if they are none.
  init?(utf8 text: UnsafeBufferPointer<UInt8>) {
    let input = UnsafeRawBufferPointer(text)
    guard text.count == 36, text[8] == UInt8(ascii: "-"), text[13] == UInt8(ascii: "-"),
      text[18] == UInt8(ascii: "-"), text[23] == UInt8(ascii: "-")
    else { return nil }
    func bytes(_ offset: Int, _ rest: Int) -> UInt32? {
      let low = input.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian
      let high = input.loadUnaligned(fromByteOffset: rest, as: UInt32.self).littleEndian
      return hexadecimalBytes(UInt64(low) | UInt64(high) << 32)?.littleEndian
    }
    guard let first = bytes(0, 4), let second = bytes(9, 14), let third = bytes(19, 24),
      let fourth = bytes(28, 32)
    else { return nil }
    self = withUnsafeBytes(of: (first, second, third, fourth)) { bytes in
      UUID(uuid: bytes.loadUnaligned(as: SixteenBytes.self))
    }
  }
}

private typealias SixteenBytes = (
  UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8,
  UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8
)
