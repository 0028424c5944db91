#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A name that is looked for among an object's members, with its digest.
struct JSONName {
  let bytes: UnsafeBufferPointer<UInt8>
  let digest: UInt32

  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    digest = JSONName.digest(bytes)
  }

  /// A number that isn't 0 and tells most names apart, from their length, first and last bytes. It is no hash
  /// to rely on: names of equal digests are compared in full.
  @inline(__always)
  static func digest(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let count = bytes.count
    guard count > 0, let start = UnsafeRawPointer(bytes.baseAddress) else { return 1 }
    let word: UInt64
    if count >= 8 {
      let last = start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      word = start.loadUnaligned(as: UInt64.self) ^ (last << 29 | last >> 35)
    } else if count >= 4 {
      let last = start.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      word = UInt64(start.loadUnaligned(as: UInt32.self)) | UInt64(last) << 32
    } else {
      word = UInt64(bytes[0]) | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1]) << 16
    }
    let mixed = (word ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: mixed >> 32) | 1
  }
}

extension UnsafeBufferPointer<UInt8> {
  @inline(__always)
  func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard count > 0, let left = UnsafeRawPointer(baseAddress),
      let right = UnsafeRawPointer(other.baseAddress)
    else { return true }
    // Most names are short: two words that may overlap take less than the call of a function.
    if count > 16 { return memcmp(left, right, count) == 0 }
    if count >= 8 { return areEqual(left, right, upTo: count, as: UInt64.self) }
    if count >= 4 { return areEqual(left, right, upTo: count, as: UInt32.self) }
    return self[0] == other[0] && self[count / 2] == other[count / 2]
      && self[count - 1] == other[count - 1]
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the text stands before another in the order of the code units.
  func isBefore(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let left = baseAddress, let right = other.baseAddress else { return count < other.count }
    let order = memcmp(left, right, Swift.min(count, other.count))
    return order == 0 ? count < other.count : order < 0
  }
}

/// Whether the first and the last word of as many bytes are equal.
@inline(__always)
private func areEqual<Word: FixedWidthInteger & BitwiseCopyable>(
  _ left: UnsafeRawPointer, _ right: UnsafeRawPointer, upTo count: Int, as word: Word.Type
) -> Bool {
  let last = count - MemoryLayout<Word>.size
  return left.loadUnaligned(as: word) == right.loadUnaligned(as: word)
    && left.loadUnaligned(fromByteOffset: last, as: word)
      == right.loadUnaligned(fromByteOffset: last, as: word)
}

extension String {
  /// Gives the UTF-8 of the string, without a copy where it is stored as that.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
