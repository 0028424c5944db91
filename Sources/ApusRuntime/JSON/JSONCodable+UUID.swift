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
    var place = 0
    func append(_ byte: UInt8) {
      text[place] = byte
      place += 1
    }
    append(UInt8(ascii: "\""))
    withUnsafeBytes(of: uuid) { bytes in
      for (index, byte) in bytes.enumerated() {
        if hyphens & 1 << index != 0 { append(UInt8(ascii: "-")) }
        append(hexadecimalDigit(byte >> 4))
        append(hexadecimalDigit(byte & 15))
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// The value of 36 characters, or nil if they are none.
  init?(utf8 text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 36 else { return nil }
    var value = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).uuid
    let isValid = withUnsafeMutableBytes(of: &value) { bytes in
      var place = 0
      for index in bytes.indices {
        if hyphens & 1 << index != 0 {
          guard text[place] == UInt8(ascii: "-") else { return false }
          place += 1
        }
        guard let high = hexadecimalValue(text[place]), let low = hexadecimalValue(text[place + 1])
        else { return false }
        bytes[index] = high << 4 | low
        place += 2
      }
      return true
    }
    guard isValid else { return nil }
    self.init(uuid: value)
  }
}

/// The indexes of the bytes that a hyphen stands before, as bits.
private let hyphens: UInt16 = 1 << 4 | 1 << 6 | 1 << 8 | 1 << 10
