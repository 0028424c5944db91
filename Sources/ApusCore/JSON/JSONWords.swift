// Eight bytes of text looked at together, as one little-endian word.

private let ones: UInt64 = 0x0101_0101_0101_0101
private let highBits: UInt64 = 0x8080_8080_8080_8080

/// A word whose lowest set bit is the highest one of the first byte that must be escaped in a string (RFC 8259,
/// section 7): a quotation mark, a backslash or a control character. 0 if there is none.
@inline(__always)
func bytesToEscape(_ word: UInt64) -> UInt64 {
  let quotation = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
  let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
  let control = (word &- ones &* 0x20) & ~word
  return (((quotation &- ones) & ~quotation) | ((backslash &- ones) & ~backslash) | control)
    & highBits
}

/// The same, but for bytes that aren't ASCII too.
@inline(__always)
func bytesToLookAt(_ word: UInt64) -> UInt64 { bytesToEscape(word) | word & highBits }
