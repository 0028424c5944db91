/// A type that is read from parsed JSON and written as JSON text directly, and thereby with any coder.
public protocol JSONCodable: Codable, Hashable, Sendable {
  /// Reads a value.
  ///
  /// - Throws: `JSONDecodingError` if the JSON value is none of this type's.
  init(from json: JSONView) throws

  /// Writes exactly one value.
  func write(to json: inout JSONWriter)
}

/// A type that is a JSON object with known members. `==` and `hash(into:)` come with it.
public protocol JSONObject: JSONCodable, Validated {
  /// Reads the members.
  ///
  /// - Throws: `JSONDecodingError` if one that must be there is missing, or can't be read.
  init(from object: inout JSONObjectReader) throws
  /// Writes the members.
  func write(to object: inout JSONObjectWriter)
}

/// A type that is one of several JSON types. `==` and `hash(into:)` come with it.
public protocol JSONUnion: JSONCodable, Validated {}

extension JSONObject {
  public init(from json: JSONView) throws {
    var object = try JSONObjectReader(json)
    try self.init(from: &object)
  }

  public func write(to json: inout JSONWriter) {
    json.object { write(to: &$0) }
  }

  public static func == (left: Self, right: Self) -> Bool { areWrittenEqually(left, right) }

  public func hash(into hasher: inout Hasher) { hashWritten(self, into: &hasher) }
}

extension JSONUnion {
  public static func == (left: Self, right: Self) -> Bool { areWrittenEqually(left, right) }

  public func hash(into hasher: inout Hasher) { hashWritten(self, into: &hasher) }
}

func areWrittenEqually<Value: JSONCodable>(_ left: Value, _ right: Value) -> Bool {
  var leftWriter = JSONWriter(isCanonical: true)
  left.write(to: &leftWriter)
  var rightWriter = JSONWriter(isCanonical: true)
  right.write(to: &rightWriter)
  return leftWriter.withBytes { left in rightWriter.withBytes { left.hasSameBytes(as: $0) } }
}

func hashWritten(_ value: some JSONCodable, into hasher: inout Hasher) {
  var writer = JSONWriter(isCanonical: true)
  value.write(to: &writer)
  writer.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
}
