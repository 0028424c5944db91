/// A member of a dictionary in an order that is the same on every platform: that of the names' code units.
struct OrderedMember<Value> {
  let index: Dictionary<String, Value>.Index

  /// The name's first bytes, the first one highest: most names differ in them.
  private let beginning: UInt64

  /// The members of a dictionary in order.
  static func sorted(_ members: [String: Value]) -> [OrderedMember] {
    var sorted: [OrderedMember] = []
    sorted.reserveCapacity(members.count)
    var index = members.startIndex
    while index != members.endIndex {
      let beginning = members.keys[index].withBytes(\.beginning)
      sorted.append(OrderedMember(index: index, beginning: beginning))
      members.formIndex(after: &index)
    }
    // What is found in a dictionary is in no order: for a few members, nothing is faster than to insert each.
    guard sorted.count <= 16 else {
      sorted.sort { $0.isBefore($1, in: members) }
      return sorted
    }
    for end in sorted.indices.dropFirst() {
      var place = end
      while place > 0, sorted[place].isBefore(sorted[place - 1], in: members) {
        sorted.swapAt(place, place - 1)
        place -= 1
      }
    }
    return sorted
  }

  @inline(__always)
  private func isBefore(_ other: OrderedMember, in members: [String: Value]) -> Bool {
    guard beginning == other.beginning else { return beginning < other.beginning }
    return members.keys[index].withBytes { left in
      members.keys[other.index].withBytes { left.isBefore($0) }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first eight bytes, the first one highest, zeros where there are no more.
  fileprivate var beginning: UInt64 {
    if count >= 8 {
      return UInt64(bigEndian: UnsafeRawBufferPointer(self).loadUnaligned(as: UInt64.self))
    }
    var beginning: UInt64 = 0
    for (index, byte) in enumerated() { beginning |= UInt64(byte) << UInt64(56 - 8 * index) }
    return beginning
  }
}
