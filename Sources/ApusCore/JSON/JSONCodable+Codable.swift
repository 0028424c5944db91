// Every type that reads and writes JSON directly works with any coder too: the value is taken from the decoder as
// JSON and read from that, and what is written is replayed into the encoder. So there is one answer, whichever the way.

extension JSONCodable {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }

  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }

  init(decoding decoder: any Decoder) throws {
    let bytes = try JSON(from: decoder).json
    do {
      try self.init(json: bytes)
    } catch {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "\(error)", underlyingError: error))
    }
  }

  func replay(to encoder: any Encoder) throws {
    try withJSON(json) { try JSONReplay(view: $0).encode(to: encoder) }
  }
}

struct JSONCodingKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(_ name: String) { (stringValue, intValue) = (name, nil) }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { (stringValue, self.intValue) = (String(intValue), intValue) }
}
