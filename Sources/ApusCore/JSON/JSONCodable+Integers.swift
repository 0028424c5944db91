extension JSONView {
  /// Whether the value is a number without a fractional part, however it is written: 1.0 is one.
  var isInteger: Bool {
    kind == .number && (node.pointee.flags.contains(.digits) || decimal.isInteger)
  }

  /// The value of a number that is an integer of the type, however it is written: 1.0 is one.
  func integer<Integer: FixedWidthInteger>() -> Integer? {
    guard kind == .number else { return nil }
    guard let value = shortInteger else { return JSONDecimal(literal).integer() }
    return Integer(exactly: value)
  }

  /// The value of a number that is written with no more than 18 digits, of which none is behind a point.
  @inline(__always)
  var shortInteger: Int64? {
    guard kind == .number, node.pointee.flags.contains(.digits), node.pointee.length <= 18 else {
      return nil
    }
    var value: Int64 = 0
    for byte in literal where byte != UInt8(ascii: "-") {
      value = value &* 10 &+ Int64(byte &- UInt8(ascii: "0"))
    }
    return literal.first == UInt8(ascii: "-") ? -value : value
  }
}

extension FixedWidthInteger {
  init(integerFrom json: JSONView) throws {
    guard let value = json.integer() as Self? else {
      throw JSONDecodingError(
        expected: json.kind == .number
          ? "an integer from \(Self.min) to \(Self.max)" : "an integer",
        found: json)
    }
    self = value
  }
}

extension Int: JSONCodable {
  public init(from json: JSONView) throws { try self.init(integerFrom: json) }
  public func write(to json: inout JSONWriter) { json.number(self) }
}

extension Int8: JSONCodable {
  public init(from json: JSONView) throws { try self.init(integerFrom: json) }
  public func write(to json: inout JSONWriter) { json.number(self) }
}

extension Int16: JSONCodable {
  public init(from json: JSONView) throws { try self.init(integerFrom: json) }
  public func write(to json: inout JSONWriter) { json.number(self) }
}

extension Int32: JSONCodable {
  public init(from json: JSONView) throws { try self.init(integerFrom: json) }
  public func write(to json: inout JSONWriter) { json.number(self) }
}

extension Int64: JSONCodable {
  public init(from json: JSONView) throws { try self.init(integerFrom: json) }
  public func write(to json: inout JSONWriter) { json.number(self) }
}

extension UInt: JSONCodable {
  public init(from json: JSONView) throws { try self.init(integerFrom: json) }
  public func write(to json: inout JSONWriter) { json.number(self) }
}

extension UInt8: JSONCodable {
  public init(from json: JSONView) throws { try self.init(integerFrom: json) }
  public func write(to json: inout JSONWriter) { json.number(self) }
}

extension UInt16: JSONCodable {
  public init(from json: JSONView) throws { try self.init(integerFrom: json) }
  public func write(to json: inout JSONWriter) { json.number(self) }
}

extension UInt32: JSONCodable {
  public init(from json: JSONView) throws { try self.init(integerFrom: json) }
  public func write(to json: inout JSONWriter) { json.number(self) }
}

extension UInt64: JSONCodable {
  public init(from json: JSONView) throws { try self.init(integerFrom: json) }
  public func write(to json: inout JSONWriter) { json.number(self) }
}
