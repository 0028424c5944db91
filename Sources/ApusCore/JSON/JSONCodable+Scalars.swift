extension String: JSONCodable {
  public init(from json: JSONView) throws {
    guard let string = json.string else {
      throw JSONDecodingError(expected: "a string", found: json)
    }
    self = string
  }

  public func write(to json: inout JSONWriter) { json.string(self) }
}

extension Bool: JSONCodable {
  public init(from json: JSONView) throws {
    guard let boolean = json.boolean else {
      throw JSONDecodingError(expected: "a boolean", found: json)
    }
    self = boolean
  }

  public func write(to json: inout JSONWriter) { json.boolean(self) }
}

extension Double: JSONCodable {
  public init(from json: JSONView) throws {
    guard json.kind == .number else { throw JSONDecodingError(expected: "a number", found: json) }
    guard let value = nearestDouble(json.literal) else {
      throw JSONDecodingError(expected: "a number in Double's range", found: json)
    }
    self = value
  }

  public func write(to json: inout JSONWriter) { json.number(self) }
}

extension Float: JSONCodable {
  public init(from json: JSONView) throws {
    guard let number = json.number else {
      throw JSONDecodingError(expected: "a number", found: json)
    }
    guard let value = Float(number.text), value.isFinite else {
      throw JSONDecodingError(expected: "a number in Float's range", found: json)
    }
    self = value
  }

  public func write(to json: inout JSONWriter) { json.number(self) }
}

extension JSONNumber: JSONCodable {
  public init(from json: JSONView) throws {
    guard let number = json.number else {
      throw JSONDecodingError(expected: "a number", found: json)
    }
    self = number
  }

  public func write(to json: inout JSONWriter) { json.number(self) }
}
