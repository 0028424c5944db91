#if canImport(FoundationEssentials)
  public import struct FoundationEssentials.URL
#else
  public import struct Foundation.URL
#endif

extension URL: JSONCodable {
  /// Reads a URI (RFC 3986), each of which a `URL` keeps as it is written. Characters that none may have are escaped
  /// where that is clear.
  public init(from json: JSONView) throws {
    guard let text = json.string, let url = URL(string: text) else {
      throw JSONDecodingError(expected: "a URI such as \"https://example.com/\"", found: json)
    }
    self = url
  }

  public func write(to json: inout JSONWriter) { json.string(absoluteString) }
}
