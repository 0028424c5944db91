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

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    digest = JSONName.digest(bytes)
  }

  /// Tells most names apart by their length, first and last bytes. It is no hash to rely on: equal digests are
  /// followed by a comparison of the names.
  static func digest(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let count = bytes.count
    guard count > 0, let start = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var word: UInt64 = 0
    if count >= 8 {
      let first = start.loadUnaligned(as: UInt64.self)
      let last = start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      word = first ^ (last << 29 | last >> 35)
    } else {
      for byte in bytes { word = word << 8 | UInt64(byte) }
    }
    let mixed = (word ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }
}

extension UnsafeBufferPointer<UInt8> {
  func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard count > 0, let left = baseAddress, let right = other.baseAddress else { return true }
    return memcmp(left, right, count) == 0
  }
}
