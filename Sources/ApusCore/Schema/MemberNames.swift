/// Names of members that a keyword speaks of, found among those of an object in one pass over it.
struct MemberNames: Sendable {
  /// The names, in the order of the document.
  let names: [String]

  /// Where the names stand in `names`, by their digests: an open hash table of at least twice as
  /// many places, each holding a digest and a position counted from 1, or nothing.
  ///
  /// Only the document decides how full it is, so that no object can be made up to search it long.
  private let places: [UInt64]

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
    distinctCount = Set(names.map { Array($0.utf8) }).count
  }

  /// Whether an object has a member of each name.
  func areAll(in object: JSONView) -> Bool {
    guard object.count >= distinctCount else { return false }
    // Few names are found sooner by looking for each.
    if names.count <= 2 { return names.allSatisfy { object.member($0) != nil } }
    var count = 0
    for member in object.members where position(of: member.name) != nil { count += 1 }
    return count == distinctCount
  }

  /// Where a member's name stands among the names; nil if it is none of them.
  func position(of name: JSONStringView) -> Int? {
    let digest = name.node.pointee.next
    var place = Self.first(for: digest, of: places.count)
    while places[place] != 0 {
      let position = Int(places[place] & 0xFFFF_FFFF) - 1
      if places[place] >> 32 == UInt64(digest), name == names[position] { return position }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  /// The values that an object has for the names, in their order.
  func values(in object: JSONView) -> [JSONView?] {
    if names.count <= 2 { return names.map { object.member($0) } }
    var values = [JSONView?](repeating: nil, count: names.count)
    for member in object.members {
      if let position = position(of: member.name) { values[position] = member.value }
    }
    return values
  }

  /// The names that an object has no member of, in their order.
  func missing(in object: JSONView) -> [String] {
    if object.count == 0 { return names }
    return zip(names, values(in: object)).filter { $1 == nil }.map(\.0)
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
