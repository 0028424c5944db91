#if canImport(FoundationEssentials)
  public import struct FoundationEssentials.UUID
#else
  public import struct Foundation.UUID
#endif

extension UUID: JSONCodable {
  public init(from json: JSONView) throws {
    guard let string = json.string, let value = UUID(uuidString: string) else {
      throw JSONDecodingError(expected: "a UUID", found: json)
    }
    self = value
  }

  /// Writes lower case, as RFC 9562, section 4, has it.
  public func write(to json: inout JSONWriter) { json.string(uuidString.lowercased()) }
}
