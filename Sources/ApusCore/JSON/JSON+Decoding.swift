#if canImport(FoundationEssentials)
  import struct FoundationEssentials.Decimal
#else
  import struct Foundation.Decimal
#endif

// A decoder can't be asked what it has, so one kind after the other is tried. Failing costs much more than succeeding:
// the common kinds come first.
extension JSON {
  /// Takes whatever value a decoder has.
  ///
  /// Numbers are as exact as the decoder gives them: `JSONDecoder` gives 38 digits.
  public init(from decoder: any Decoder) throws {
    if let scalar = try? decoder.singleValueContainer(), let value = JSON.text(from: scalar) {
      self = value
    } else if let members = try? decoder.container(keyedBy: JSONCodingKey.self) {
      try JSON.checkDepth(of: decoder)
      self = .object(try JSON.object(from: members))
    } else if var elements = try? decoder.unkeyedContainer() {
      try JSON.checkDepth(of: decoder)
      self = .array(try JSON.array(from: &elements))
    } else {
      let scalar = try decoder.singleValueContainer()
      let boolean = try? scalar.decode(Bool.self)
      self = try boolean.map(JSON.boolean) ?? .number(JSON.number(from: scalar))
    }
  }

  private static func checkDepth(of decoder: any Decoder) throws {
    guard decoder.codingPath.count <= JSONLimits.deepest else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath,
          debugDescription: "more than \(JSONLimits.deepest) values inside one another"))
    }
  }

  private static func object(
    from container: KeyedDecodingContainer<JSONCodingKey>
  ) throws -> [String: JSON] {
    var members: [String: JSON] = [:]
    for key in container.allKeys {
      let isNull = try container.decodeNil(forKey: key)
      members[key.stringValue] = isNull ? .null : try container.decode(JSON.self, forKey: key)
    }
    return members
  }

  private static func array(from container: inout any UnkeyedDecodingContainer) throws -> [JSON] {
    var elements: [JSON] = []
    while !container.isAtEnd {
      elements.append(try container.decodeNil() ? .null : try container.decode(JSON.self))
    }
    return elements
  }

  /// Null or a string. Decoders of formats without types give any scalar as a string: what is a number or a boolean to
  /// them too is taken as that.
  private static func text(from container: any SingleValueDecodingContainer) -> JSON? {
    if container.decodeNil() { return .null }
    guard let string = try? container.decode(String.self) else { return nil }
    if string == "true" || string == "false" {
      return (try? container.decode(Bool.self)).map(JSON.boolean) ?? .string(string)
    }
    guard let number = JSONNumber(string), (try? container.decode(Double.self)) != nil else {
      return .string(string)
    }
    return .number(number)
  }

  private static func number(
    from container: any SingleValueDecodingContainer
  ) throws -> JSONNumber {
    if let integer = try? container.decode(Int64.self) { return JSONNumber(integer) }
    if let integer = try? container.decode(UInt64.self) { return JSONNumber(integer) }
    if let decimal = try? container.decode(Decimal.self),
      let number = JSONNumber(decimal.description)
    {
      return number
    }
    guard let number = JSONNumber(try container.decode(Double.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "an infinity or NaN, which JSON hasn't")
    }
    return number
  }
}
