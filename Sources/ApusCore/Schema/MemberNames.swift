/// Names of members that a keyword speaks of, or other texts, found among those of a value in one pass
/// over it.
struct MemberNames: Sendable {
  /// The names, in the order of the document.
  let names: [String]

  /// Where the names stand in `names`, by their digests: an open hash table of at least twice as
  /// many places, each holding a digest and a position counted from 1, or nothing. Of several equal
  /// names, the first is found.
  ///
  /// Only the document decides how full it is, so that no object can be made up to search it long.
  private let places: [UInt64]

  /// The names' UTF-8, one behind the other, and where each ends.
  private let bytes: [UInt8]
  private let ends: [Int]

  /// How many different names there are.
  private let distinctCount: Int

  init(_ names: [String]) {
    self.names = names
    var places = [UInt64](repeating: 0, count: Self.size(for: names.count))
    for (position, name) in names.enumerated() {
      let digest = name.withBytes { JSONName($0).digest }
      var place = Self.first(for: digest, of: places.count)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = UInt64(digest) << 32 | UInt64(position + 1)
    }
    self.places = places
    bytes = names.flatMap(\.utf8)
    ends = names.reduce(into: []) { ends, name in ends.append((ends.last ?? 0) + name.utf8.count) }
    distinctCount = Set(names.map { Array($0.utf8) }).count
  }

  /// Whether an object has a member of each name.
  func areAll(in object: JSONView) -> Bool {
    guard object.count >= distinctCount else { return false }
    var count = 0
    for member in object.members where position(of: member.name) != nil { count += 1 }
    return count == distinctCount
  }

  /// Where a member's name stands among the names; nil if it is none of them.
  func position(of name: JSONStringView) -> Int? {
    if name.isEscaped { return name.withUTF8 { position(of: $0, name.node.pointee.next) } }
    return position(of: name.literal, name.node.pointee.next)
  }

  /// Whether a string is one of the names.
  func includes(_ text: JSONStringView) -> Bool {
    text.withUTF8 { position(of: $0, JSONName($0).digest) } != nil
  }

  @inline(__always)
  private func position(of text: UnsafeBufferPointer<UInt8>, _ digest: UInt32) -> Int? {
    places.withUnsafeBufferPointer { places in
      var place = Self.first(for: digest, of: places.count)
      while places[place] != 0 {
        let position = Int(places[place] & 0xFFFF_FFFF) - 1
        if places[place] >> 32 == UInt64(digest), isName(at: position, text) { return position }
        place = (place + 1) & (places.count - 1)
      }
      return nil
    }
  }

  @inline(__always)
  private func isName(at position: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = position > 0 ? ends[position - 1] : 0
    return bytes.withUnsafeBufferPointer {
      UnsafeBufferPointer(rebasing: $0[start..<ends[position]]).hasSameBytes(as: text)
    }
  }

  /// The values that an object has for the names, in their order.
  func values(in object: JSONView) -> [JSONView?] {
    var values = [JSONView?](repeating: nil, count: names.count)
    for member in object.members {
      if let position = position(of: member.name) { values[position] = member.value }
    }
    return values
  }

  /// The names that an object has no member of, in their order.
  func missing(in object: JSONView) -> [String] {
    let values = values(in: object)
    return names.indices.filter { values[$0] == nil && isFirst($0) }.map { names[$0] }
  }

  /// Whether a name is the first of those that are equal to it.
  private func isFirst(_ index: Int) -> Bool {
    names[index].withBytes { position(of: $0, JSONName($0).digest) } == index
  }

  private static func size(for count: Int) -> Int {
    var size = 4
    while size < 2 * count { size *= 2 }
    return size
  }

  private static func first(for digest: UInt32, of count: Int) -> Int {
    // The digest's last bit says nothing.
    Int(digest >> 1) & (count - 1)
  }
}
