#if canImport(FoundationEssentials)
  public import struct FoundationEssentials.Data
#else
  public import struct Foundation.Data
#endif

extension Data: JSONCodable {
  /// Reads base64 (RFC 4648, section 4), and also what others write for it: of the alphabet for URLs, or not padded.
  public init(from json: JSONView) throws {
    guard let data = json.stringView?.withUTF8({ Data(base64: $0) }) else {
      throw JSONDecodingError(expected: "bytes in base64", found: json)
    }
    self = data
  }

  /// Writes base64, padded.
  public func write(to json: inout JSONWriter) {
    let text = json.claim((count + 2) / 3 * 4 + 2)
    text[0] = UInt8(ascii: "\"")
    var position = 1
    var group: UInt32 = 0
    var left = 3
    func flush(_ characters: Int) {
      for place in 0..<4 {
        let bits = UInt8(truncatingIfNeeded: group >> UInt32(18 - 6 * place)) & 0x3F
        text[position + place] =
          place < characters ? Base64Alphabet.character(bits) : UInt8(ascii: "=")
      }
      position += 4
      (group, left) = (0, 3)
    }
    for byte in self {
      left -= 1
      group |= UInt32(byte) << UInt32(8 * left)
      if left == 0 { flush(4) }
    }
    if left < 3 { flush(4 - left) }
    text[position] = UInt8(ascii: "\"")
  }

  /// The bytes that a text stands for; nil if it stands for none.
  private init?(base64 text: UnsafeBufferPointer<UInt8>) {
    let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
    let characters = text.dropLast(padding)
    guard characters.count % 4 != 1 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(characters.count / 4 * 3 + 2)
    var bits: UInt32 = 0
    var count = 0
    for character in characters {
      guard
        let value = Base64Alphabet.standard.bits(character) ?? Base64Alphabet.url.bits(character)
      else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    self.init(bytes)
  }
}
