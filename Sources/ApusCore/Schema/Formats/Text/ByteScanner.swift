/// Reads a text in UTF-8 from its first byte to its last, once.
struct ByteScanner {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The number of bytes read so far.
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether `reads` reads all of a text.
  static func wholly(
    _ bytes: UnsafeBufferPointer<UInt8>, _ reads: (inout ByteScanner) -> Bool
  ) -> Bool {
    var scanner = ByteScanner(bytes)
    return reads(&scanner) && scanner.isAtEnd
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// The byte to be read; nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Whether what is left begins with a byte.
  func isAt(_ byte: Unicode.Scalar) -> Bool { next == UInt8(ascii: byte) }

  /// Reads a byte.
  mutating func take() -> UInt8? {
    guard let next else { return nil }
    position += 1
    return next
  }

  /// Reads a byte of ASCII, if it is there.
  mutating func skip(_ byte: Unicode.Scalar) -> Bool { skip { $0 == UInt8(ascii: byte) } }

  /// Reads one byte of those in `bytes`, if one is there.
  mutating func skip(anyOf bytes: StaticString) -> Bool { skip { $0.isAny(of: bytes) } }

  /// Reads a byte that satisfies `test`, if one is there.
  mutating func skip(where test: (UInt8) -> Bool) -> Bool {
    guard let next, test(next) else { return false }
    position += 1
    return true
  }

  /// Reads a word of ASCII, if it is there; letters in either case.
  mutating func skip(word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for (offset, byte) in UnsafeBufferPointer(word).enumerated()
    where !bytes[position + offset].isSameLetter(as: byte) { return false }
    position = end
    return true
  }

  /// Reads as many bytes as satisfy `test`, and returns how many.
  mutating func count(while test: (UInt8) -> Bool) -> Int {
    let start = position
    while position < bytes.count, test(bytes[position]) { position += 1 }
    return position - start
  }

  /// Reads bytes that satisfy `test`, at least one and at most `limit`.
  mutating func some(_ limit: Int = .max, where test: (UInt8) -> Bool) -> Bool {
    (1...limit).contains(count(while: test))
  }

  /// Reads exactly as many digits and returns the number; nil if they are not there or the number
  /// is out of range.
  mutating func number(_ digits: Int, in range: ClosedRange<Int> = 0...9_999) -> Int? {
    let end = position + digits
    guard end <= bytes.count else { return nil }
    var value = 0
    while position < end {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
      position += 1
    }
    return range.contains(value) ? value : nil
  }

  /// Reads a number without leading zeros; nil if there is none, or one out of range.
  mutating func shortNumber(in range: ClosedRange<Int>) -> Int? {
    let start = position
    var value = 0
    while let next, isDigit(next) {
      guard value <= range.upperBound else { return nil }
      value = value * 10 + Int(next &- UInt8(ascii: "0"))
      position += 1
    }
    guard position > start, range.contains(value) else { return nil }
    return position - start > 1 && bytes[start] == UInt8(ascii: "0") ? nil : value
  }

  /// Reads a whole number of any size without leading zeros, if one is there.
  mutating func wholeNumber() -> Bool {
    skip("0") ? !(next.map(isDigit) ?? false) : some(where: isDigit)
  }

  /// Reads a character beyond ASCII, if one is there.
  mutating func nonASCII() -> Unicode.Scalar? {
    guard let next, next >= 0x80 else { return nil }
    let length = next < 0xE0 ? 2 : next < 0xF0 ? 3 : 4
    guard position + length <= bytes.count else { return nil }
    var value = UInt32(next) & (0x7F >> UInt32(length))
    for byte in bytes[(position + 1)..<(position + length)] {
      value = value << 6 | UInt32(byte & 0x3F)
    }
    position += length
    return Unicode.Scalar(value)
  }
}

extension UnsafeBufferPointer<UInt8> {
  init(_ text: StaticString) {
    self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}

// The classes of bytes of ABNF (RFC 5234, appendix B.1).
extension UInt8 {
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  var isLetterOrDigit: Bool { isLetter || isDigit(self) }

  /// Whether it is a character that can be seen: `VCHAR`.
  var isVisible: Bool { self > 0x20 && self < 0x7F }

  func isAny(of bytes: StaticString) -> Bool { UnsafeBufferPointer(bytes).contains(self) }

  /// Whether it is a byte of ASCII or, if that is a letter, the same one in the other case.
  fileprivate func isSameLetter(as byte: UInt8) -> Bool {
    self == byte || (isLetter && self | 0x20 == byte | 0x20)
  }
}
