/// A type that is a JSON array whose first elements have a type each. `==` and `hash(into:)` come with it.
public protocol JSONTuple: JSONCodable, Validated {
  /// Reads the elements.
  ///
  /// - Throws: `JSONDecodingError` if one that must be there is missing, or can't be read.
  init(from array: inout JSONArrayReader) throws
  /// Writes the elements.
  func write(to array: inout JSONArrayWriter)
}

extension JSONTuple {
  public init(from json: JSONView) throws {
    var array = try JSONArrayReader(json)
    try self.init(from: &array)
  }

  public func write(to json: inout JSONWriter) {
    json.array { write(to: &$0) }
  }

  public static func == (left: Self, right: Self) -> Bool { areWrittenEqually(left, right) }

  public func hash(into hasher: inout Hasher) { hashWritten(self, into: &hasher) }
}

/// Reads the elements of an array, one after the other.
public struct JSONArrayReader {
  private var elements: JSONView.Elements
  /// How many elements have been read.
  private var position = 0

  /// - Throws: `JSONDecodingError` if the value is no array.
  public init(_ json: JSONView) throws {
    guard json.kind == .array else { throw JSONDecodingError(expected: "an array", found: json) }
    elements = json.elements
  }

  /// The next element, which must be there.
  ///
  /// - Throws: `JSONDecodingError` if the array has ended or the element can't be read. Null is a value only to types that have one.
  public mutating func required<Value: JSONCodable>() throws -> Value {
    guard let element = next() else {
      throw JSONDecodingError(
        path: "", expected: "an element at \(position)", found: "an array that ends before it")
    }
    return try read(element, at: String(position - 1))
  }

  /// The next element, or nil if the array has ended.
  ///
  /// - Throws: `JSONDecodingError` if the element can't be read. Null is a value only to types that have one.
  public mutating func optional<Value: JSONCodable>() throws -> Value? {
    guard let element = next() else { return nil }
    return try read(element, at: String(position - 1)) as Value
  }

  /// The elements that have not been read.
  ///
  /// - Throws: `JSONDecodingError` if one of them can't be read.
  public mutating func rest<Value: JSONCodable>() throws -> [Value] {
    var values: [Value] = []
    while let element = next() {
      values.append(try read(element, at: String(position - 1)))
    }
    return values
  }

  private mutating func next() -> JSONView? {
    guard let element = elements.next() else { return nil }
    position += 1
    return element
  }
}

/// Writes the elements of an array, one after the other.
public struct JSONArrayWriter: ~Copyable {
  private var json: JSONWriter
  private var isFirst = true
  /// How many elements were left out since the last one that was written.
  private var gap = 0

  init(json: consuming JSONWriter) {
    self.json = json
  }

  consuming func finish() -> JSONWriter { json }

  /// Writes an element.
  public mutating func write<Value: JSONCodable>(_ value: Value) {
    fillGap()
    beginElement()
    value.write(to: &json)
  }

  /// Writes an element; nothing for nil, unless others follow: then null stands in its place.
  public mutating func write<Value: JSONCodable>(_ value: Value?) {
    if let value { write(value) } else { gap += 1 }
  }

  /// Writes an element, which is null for nil.
  public mutating func write<Value: JSONCodable>(nullable value: Value?) {
    fillGap()
    beginElement()
    value.write(to: &json)
  }

  /// Writes all elements that follow.
  public mutating func write<Value: JSONCodable>(rest values: [Value]) {
    for value in values { write(value) }
  }

  private mutating func fillGap() {
    while gap > 0 {
      gap -= 1
      beginElement()
      json.null()
    }
  }

  private mutating func beginElement() {
    if !isFirst { json.append(UInt8(ascii: ",")) }
    isFirst = false
  }
}
