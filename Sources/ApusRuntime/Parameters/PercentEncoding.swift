/// Percent-encoding of RFC 3986, section 2.
enum PercentEncoding {
  /// The text with everything encoded but unreserved characters, so that it can stand in any
  /// part of a URL as data.
  static func encode(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy(isUnreserved) { return String(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      if isUnreserved(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), hexadecimalDigit(byte >> 4), hexadecimalDigit(byte & 0xF)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with everything encoded but unreserved and some other characters of ASCII.
  ///
  /// - Parameter encoded: Characters that are encoded in any case.
  static func encode(_ text: String, except plain: String, besides encoded: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isUnreserved(byte) || plain.utf8.contains(byte), !encoded.utf8.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), hexadecimalDigit(byte >> 4), hexadecimalDigit(byte & 0xF)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Encoded text with `-`, `.`, `_` and `~` encoded too, which need not be.
  static func encodeMarks(_ encoded: String) -> String {
    var bytes: [UInt8] = []
    for byte in encoded.utf8 {
      if "-._~".utf8.contains(byte) {
        bytes += [UInt8(ascii: "%"), hexadecimalDigit(byte >> 4), hexadecimalDigit(byte & 0xF)]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text that an encoded part stands for, or `nil` where a percent sign is not followed by
  /// two hexadecimal digits, or where the bytes are not UTF-8.
  ///
  /// - Parameter plusIsSpace: Whether `+` means a blank, as browsers write it in queries.
  static func decode(_ text: Substring, plusIsSpace: Bool = false) -> String? {
    let plus = plusIsSpace ? UInt8(ascii: "+") : UInt8(ascii: "%")
    if !text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == plus }) { return String(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      if byte == UInt8(ascii: "%") {
        guard let high = rest.next().flatMap(hexadecimalValue),
          let low = rest.next().flatMap(hexadecimalValue)
        else { return nil }
        bytes.append(high << 4 | low)
      } else {
        bytes.append(byte == plus ? UInt8(ascii: " ") : byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Letters, digits, `-`, `.`, `_` and `~` (RFC 3986, section 2.3).
  static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default:
      false
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") - 10 + value
  }
}
