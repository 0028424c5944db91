#if canImport(FoundationEssentials)
  import struct FoundationEssentials.Decimal
#else
  import struct Foundation.Decimal
#endif

extension JSON {
  /// Takes whatever value a decoder has.
  ///
  /// Numbers are as exact as the decoder gives them: `JSONDecoder` gives 38 digits.
  public init(from decoder: any Decoder) throws {
    guard decoder.codingPath.count <= JSONLimits.deepest else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath,
          debugDescription: "more than \(JSONLimits.deepest) values inside one another"))
    }
    if let members = try? decoder.container(keyedBy: JSONCodingKey.self) {
      self = .object(try JSON.object(from: members))
    } else if var elements = try? decoder.unkeyedContainer() {
      self = .array(try JSON.array(from: &elements))
    } else {
      self = try JSON.scalar(from: try decoder.singleValueContainer())
    }
  }

  private static func object(from container: KeyedDecodingContainer<JSONCodingKey>) throws
    -> [String: JSON]
  {
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

  private static func scalar(from container: any SingleValueDecodingContainer) throws -> JSON {
    if container.decodeNil() { return .null }
    if let string = try? container.decode(String.self) { return .string(string) }
    if let boolean = try? container.decode(Bool.self) { return .boolean(boolean) }
    return .number(try number(from: container))
  }

  private static func number(from container: any SingleValueDecodingContainer) throws -> JSONNumber
  {
    if let integer = try? container.decode(Int64.self) { return JSONNumber(integer) }
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
