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

extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
  public init(from json: JSONView) throws {
    guard Value.self == JSON.self, json.kind == .object else {
      self = try JSONObjectReader(json).additionalProperties()
      return
    }
    self = unsafeBitCast(json.jsonMembers, to: Self.self)
  }

  public func write(to json: inout JSONWriter) {
    guard Value.self == JSON.self else { return json.object { $0.write(self) } }
    JSON.write(unsafeBitCast(self, to: [String: JSON].self), to: &json)
  }
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
