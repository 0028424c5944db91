extension RequestReader {
  /// A variable of the path.
  ///
  /// - Parameter schema: The document's rules for the value, where its type has none itself.
  public mutating func path<Value: JSONCodable>(
    _ name: String, as type: Value.Type = Value.self, schema: Schema? = nil
  ) -> Value? {
    contents.value.required(contents.value.sentPath(name), .path(name), schema)
  }

  /// A query parameter that must be there.
  public mutating func query<Value: JSONCodable>(
    _ name: String, as type: Value.Type = Value.self, style: ParameterStyle = .form,
    schema: Schema? = nil
  ) -> Value? {
    contents.value.required(contents.value.sentQuery(name, style), .query(name), schema)
  }

  /// A query parameter that may be missing: `.some(nil)` where it is.
  public mutating func queryIfPresent<Value: JSONCodable>(
    _ name: String, as type: Value.Type = Value.self, style: ParameterStyle = .form,
    schema: Schema? = nil
  ) -> Value?? {
    contents.value.optional(contents.value.sentQuery(name, style), .query(name), schema)
  }

  /// A query parameter, or its default where it is missing.
  public mutating func query<Value: JSONCodable>(
    _ name: String, default value: Value, style: ParameterStyle = .form, schema: Schema? = nil
  ) -> Value? {
    queryIfPresent(name, as: Value.self, style: style, schema: schema).map { $0 ?? value }
  }

  /// A header field that must be there.
  public mutating func header<Value: JSONCodable>(
    _ name: HeaderName, as type: Value.Type = Value.self, schema: Schema? = nil
  ) -> Value? {
    contents.value.required(contents.value.sentHeader(name), .header(name.description), schema)
  }

  /// A header field that may be missing: `.some(nil)` where it is.
  public mutating func headerIfPresent<Value: JSONCodable>(
    _ name: HeaderName, as type: Value.Type = Value.self, schema: Schema? = nil
  ) -> Value?? {
    contents.value.optional(contents.value.sentHeader(name), .header(name.description), schema)
  }

  /// A header field, or its default where it is missing.
  public mutating func header<Value: JSONCodable>(
    _ name: HeaderName, default value: Value, schema: Schema? = nil
  ) -> Value? {
    headerIfPresent(name, as: Value.self, schema: schema).map { $0 ?? value }
  }

  /// A cookie that must be there.
  public mutating func cookie<Value: JSONCodable>(
    _ name: String, as type: Value.Type = Value.self, schema: Schema? = nil
  ) -> Value? {
    contents.value.required(contents.value.sentCookie(name), .cookie(name), schema)
  }

  /// A cookie that may be missing: `.some(nil)` where it is.
  public mutating func cookieIfPresent<Value: JSONCodable>(
    _ name: String, as type: Value.Type = Value.self, schema: Schema? = nil
  ) -> Value?? {
    contents.value.optional(contents.value.sentCookie(name), .cookie(name), schema)
  }

  /// A cookie, or its default where it is missing.
  public mutating func cookie<Value: JSONCodable>(
    _ name: String, default value: Value, schema: Schema? = nil
  ) -> Value? {
    cookieIfPresent(name, as: Value.self, schema: schema).map { $0 ?? value }
  }
}
