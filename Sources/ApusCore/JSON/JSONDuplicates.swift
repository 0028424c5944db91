// RFC 8259, section 4, leaves open what members of equal names mean. Here the first one counts, as for `JSONDecoder`,
// and the parser sees to it, so that everything that reads an object agrees on which members it has.

/// Marks the members whose name an earlier one has, and stops counting them.
func markDuplicates(in object: UnsafeMutablePointer<JSONNode>, text: UnsafePointer<UInt8>) {
  var names = Set<JSONStringView>(minimumCapacity: Int(object.pointee.length))
  var duplicates: UInt32 = 0
  var node = object + 1
  for _ in 0..<object.pointee.length {
    if !names.insert(JSONStringView(node: UnsafePointer(node), text: text)).inserted {
      node.pointee.flags.insert(.duplicate)
      duplicates += 1
    }
    node += 1 + Int(node[1].next)
  }
  object.pointee.length -= duplicates
}

/// Whether two of the digests are equal, or it would take too long to say.
func mayRepeat(_ digests: UnsafeBufferPointer<UInt32>) -> Bool {
  guard digests.count > 24 else {
    for (index, digest) in digests.enumerated() {
      for other in digests[..<index] where other == digest { return true }
    }
    return false
  }
  return mayRepeatAmongMany(digests)
}

/// Enters the digests into an open hash table of at least twice as many places.
private func mayRepeatAmongMany(_ digests: UnsafeBufferPointer<UInt32>) -> Bool {
  let bits = Int.bitWidth - digests.count.leadingZeroBitCount + 1
  let places = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 1 << bits)
  places.initialize(repeating: 0)
  defer { places.deallocate() }
  // Names made up to crowd into a few places must not take quadratic time.
  var patience = digests.count * 8
  for digest in digests {
    var place = Int(digest >> 1) & (places.count - 1)
    while places[place] != 0 {
      patience -= 1
      if places[place] == digest || patience < 0 { return true }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = digest
  }
  return false
}
