extension RequestReader {
  /// A JSON body that must be there.
  ///
  /// A longer one than the router's limit is answered with 413, one of another media type with 415.
  /// A request that names no media type is taken to have the documented one.
  ///
  /// - Parameter schema: The document's rules for the value, where its type has none itself.
  public mutating func json<Value: JSONCodable>(
    _ type: Value.Type = Value.self, mediaType: MediaType = .json, schema: Schema? = nil
  ) async -> Value? {
    guard let bytes = await contents.value.content(mediaType) else { return nil }
    return contents.value.value(of: bytes, schema)
  }

  /// A JSON body that may be missing: `.some(nil)` where it is.
  public mutating func jsonIfPresent<Value: JSONCodable>(
    _ type: Value.Type = Value.self, mediaType: MediaType = .json, schema: Schema? = nil
  ) async -> Value?? {
    guard let bytes = await contents.value.content(mediaType) else { return nil }
    if bytes.isEmpty { return .some(nil) }
    return contents.value.value(of: bytes, schema).map(Optional.some)
  }
}
