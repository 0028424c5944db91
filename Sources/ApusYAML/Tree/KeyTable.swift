/// The hash table behind the children of a large mapping: open addressing, linear probing, each slot
/// the number of a member counted from 1, or 0 for an empty slot.
enum KeyTable {
  /// The most members that are found by comparing one after another.
  static let linearLimit = 8

  /// The number of slots for so many members: a power of two, at least twice as many.
  static func slotCount(forMembers count: Int) -> Int {
    guard count > linearLimit else { return 0 }
    var slots = 32
    while slots < count * 2 { slots *= 2 }
    return slots
  }

  /// A hash of a key's bytes.
  ///
  /// The seed is drawn anew for each tree: nobody can write a document whose keys collide. Which
  /// slots they take never shows in any output.
  static func hash(_ key: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: key.count)
    var offset = 0
    let bytes = UnsafeRawBufferPointer(key)
    while offset + 8 <= bytes.count {
      state = mix(state ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self), seed)
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    return mix(state ^ rest, seed)
  }

  /// Multiplies to 128 bits and folds the halves together.
  private static func mix(_ value: UInt64, _ seed: UInt64) -> UInt64 {
    let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: seed | 1)
    return product.high ^ product.low
  }
}
