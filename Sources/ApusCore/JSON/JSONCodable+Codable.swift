// Every type that reads and writes JSON directly works with any coder too: the value is taken from the decoder as
// JSON and read from that, and what is written is replayed into the encoder. So there is one answer, whichever the way.

extension JSONCodable {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }

  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }

  /// Reads as far as a value can be read, as a response is: a decoder must not fail on a value that is
  /// newer than the document.
  init(decoding decoder: any Decoder) throws {
    let (value, violations) = Self.reading(json: try JSON(from: decoder).json)
    guard let value else {
      let error = InvalidValue(violations: violations)
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "\(error)", underlyingError: error))
    }
    self = value
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
