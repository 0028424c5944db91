#if canImport(FoundationEssentials)
  import struct FoundationEssentials.Decimal
#else
  import struct Foundation.Decimal
#endif

/// A parsed value, told to an encoder.
struct JSONReplay: Encodable {
  let view: JSONView

  func encode(to encoder: any Encoder) throws {
    switch view.kind {
    case .object:
      var container = encoder.container(keyedBy: JSONCodingKey.self)
      for member in view.members {
        try container.encode(
          JSONReplay(view: member.value), forKey: JSONCodingKey(member.name.string))
      }
    case .array:
      var container = encoder.unkeyedContainer()
      for element in view.elements { try container.encode(JSONReplay(view: element)) }
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .boolean:
      var container = encoder.singleValueContainer()
      try container.encode(view.boolean ?? false)
    case .string:
      var container = encoder.singleValueContainer()
      try container.encode(view.string ?? "")
    case .number:
      try encodeNumber(view.number ?? 0, to: encoder)
    }
  }

  /// Encodes as the type that holds the value exactly; where none does, as the nearest `Double`.
  private func encodeNumber(_ number: JSONNumber, to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let integer = number.int64 { return try container.encode(integer) }
    if let integer = number.uint64 { return try container.encode(integer) }
    let double = number.double
    if let double, JSONNumber(double) == number { return try container.encode(double) }
    if let decimal = Decimal(string: number.text), JSONNumber(decimal.description) == number,
      String(reflecting: type(of: encoder)).contains("JSONEncoder")
    {
      return try container.encode(decimal)
    }
    guard let double else {
      throw EncodingError.invalidValue(
        number,
        EncodingError.Context(
          codingPath: encoder.codingPath, debugDescription: "beyond what a Double can hold"))
    }
    try container.encode(double)
  }
}
