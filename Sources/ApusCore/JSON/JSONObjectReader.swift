/// Reads the members of an object by name.
///
/// It looks for a member where the last one was found first, so that reading the members in the order they were
/// written in takes one pass.
public struct JSONObjectReader {
  private let object: JSONView
  private let count: Int
  /// The name where the search begins, and how many members stand before it.
  private var cursor: UnsafePointer<JSONNode>
  private var position = 0
  /// The members that were found, by position: the first 64 as bits, for most objects have no more.
  private var firstFound: UInt64 = 0
  private var laterFound: Set<Int> = []

  /// - Throws: `JSONDecodingError` if the value is no object.
  public init(_ json: JSONView) throws {
    guard json.kind == .object else { throw JSONDecodingError(expected: "an object", found: json) }
    object = json
    count = json.count
    cursor = json.node + 1
  }

  /// The value of a member that must be there.
  ///
  /// - Throws: `JSONDecodingError` if the member is not there or can't be read. Null is a value only to types that have one.
  public mutating func required<Value: JSONCodable>(_ name: String) throws -> Value {
    guard let value = find(name) else {
      throw JSONDecodingError(
        path: "", expected: "the member \(name.jsonText)", found: "an object without it")
    }
    return try read(value, at: name)
  }

  /// The value of a member, or nil if it is not there.
  ///
  /// - Throws: `JSONDecodingError` if the member can't be read. Null is a value only to types that have one.
  public mutating func optional<Value: JSONCodable>(_ name: String) throws -> Value? {
    guard let value = find(name) else { return nil }
    return try read(value, at: name) as Value
  }

  /// The value of a member, or the default if it is not there.
  ///
  /// - Throws: `JSONDecodingError` if the member can't be read. Null is a value only to types that have one.
  public mutating func optional<Value: JSONCodable>(
    _ name: String, default defaultValue: @autoclosure () -> Value
  ) throws -> Value {
    guard let value = find(name) else { return defaultValue() }
    return try read(value, at: name)
  }

  /// Whether there is a member with this name; it doesn't count as read.
  public func has(_ name: String) -> Bool { object.member(name) != nil }

  /// The members that were not read by name.
  ///
  /// - Throws: `JSONDecodingError` if one of them can't be read.
  public func additionalProperties<Value: JSONCodable>() throws -> [String: Value] {
    var properties = [String: Value]()
    guard hasMore else { return properties }
    for (position, member) in object.members.enumerated() where !isFound(position) {
      let name = member.name.string
      properties[name] = try read(member.value, at: name) as Value
    }
    return properties
  }

  /// The members that were not read by name, of any type.
  public func additionalProperties() throws -> [String: JSON] {
    guard hasMore else { return [:] }
    if firstFound == 0 { return object.jsonMembers }
    var properties: [String: JSON] = [:]
    for (position, member) in object.members.enumerated() where !isFound(position) {
      properties[member.name.string] = member.value.json
    }
    return properties
  }

  private var hasMore: Bool { firstFound.nonzeroBitCount + laterFound.count < count }

  private func isFound(_ position: Int) -> Bool {
    position < 64 ? firstFound & 1 << UInt64(position) != 0 : laterFound.contains(position)
  }

  private mutating func find(_ name: String) -> JSONView? {
    name.withBytes { find(JSONName($0)) }
  }

  @inline(__always)
  private mutating func find(_ name: JSONName) -> JSONView? {
    for _ in 0..<count {
      if position == count {
        cursor = object.node + 1
        position = 0
      }
      while cursor.pointee.flags.contains(.duplicate) { skipMember() }
      let node = cursor
      skipMember()
      position += 1
      if JSONStringView(node: node, text: object.text).equals(name) {
        markFound(position - 1)
        return JSONView(node: node + 1, text: object.text)
      }
    }
    return nil
  }

  @inline(__always)
  private mutating func skipMember() { cursor += 1 + Int(cursor[1].next) }

  @inline(__always)
  private mutating func markFound(_ position: Int) {
    if position < 64 {
      firstFound |= 1 << UInt64(truncatingIfNeeded: position)
    } else {
      laterFound.insert(position)
    }
  }
}
