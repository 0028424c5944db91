#if canImport(FoundationEssentials)
  import struct FoundationEssentials.UUID
#else
  import struct Foundation.UUID
#endif

extension Array: JSONCodable where Element: JSONCodable {
  @_specialize(where Element == String)
  @_specialize(where Element == UUID)
  @_specialize(where Element == JSON)
  public init(from json: JSONView) throws {
    guard json.kind == .array else { throw JSONDecodingError(expected: "an array", found: json) }
    self = try Array(unsafeUninitializedCapacity: json.count) { buffer, count in
      for element in json.elements {
        buffer.initializeElement(at: count, to: try read(element, at: String(count)))
        count += 1
      }
    }
  }

  public func write(to json: inout JSONWriter) { json.array(self) }
}

extension Dictionary: JSONCodable where Key: JSONKey, Value: JSONCodable {
  // Where keys are strings, and members JSON, dictionaries of these are of the type that is asked for:
  // the compiler can't see that, and has nothing to convert.

  public init(from json: JSONView) throws {
    guard Key.self == String.self else {
      self = try Self.keyed(try JSONObjectReader(json).additionalProperties())
      return
    }
    self = unsafeBitCast(try Self.members(of: json), to: Self.self)
  }

  private static func members(of json: JSONView) throws -> [String: Value] {
    guard Value.self == JSON.self, json.kind == .object else {
      return try JSONObjectReader(json).additionalProperties()
    }
    return unsafeBitCast(json.jsonMembers, to: [String: Value].self)
  }

  public func write(to json: inout JSONWriter) {
    guard Key.self == String.self else { return json.object { $0.write(named) } }
    guard Value.self == JSON.self else {
      return json.object { $0.write(unsafeBitCast(self, to: [String: Value].self)) }
    }
    JSON.write(unsafeBitCast(self, to: [String: JSON].self), to: &json)
  }

  private static func keyed(_ members: [String: Value]) throws -> Self {
    var result = Self(minimumCapacity: members.count)
    for (name, value) in members {
      guard let key = Key(key: name) else {
        throw JSONDecodingError(
          path: "", expected: "members of documented names", found: name.jsonText)
      }
      result[key] = value
    }
    return result
  }

  private var named: [String: Value] {
    [String: Value](map { ($0.key.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

/// A type whose values can be the names of an object's members.
public protocol JSONKey: Codable, CodingKeyRepresentable, Hashable, Sendable {
  /// The value that a name stands for; nil if it stands for none.
  init?(key: String)

  /// The name that stands for the value.
  var key: String { get }
}

extension String: JSONKey {
  public init(key: String) { self = key }

  public var key: String { self }
}

extension JSONKey where Self: RawRepresentable, RawValue == String {
  public init?(key: String) { self.init(rawValue: key) }

  public var key: String { rawValue }
}

extension Optional: JSONCodable where Wrapped: JSONCodable {
  /// Null is nil.
  public init(from json: JSONView) throws {
    self = json.isNull ? nil : try Wrapped(from: json)
  }

  public func write(to json: inout JSONWriter) {
    switch self {
    case .some(let value): value.write(to: &json)
    case .none: json.null()
    }
  }
}
