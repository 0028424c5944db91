extension FixedWidthInteger {
  init(integerFrom json: JSONView) throws {
    guard json.kind == .number else { throw JSONDecodingError(expected: "an integer", found: json) }
    guard let value = JSONDecimal(json.literal).integer() as Self? else {
      throw JSONDecodingError(
        expected: "an integer from \(Self.min) to \(Self.max)", found: json)
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
