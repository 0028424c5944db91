extension RequestReader {
  /// A variable of the path.
  ///
  /// - Parameters:
  ///   - name: The variable's name, without its braces.
  ///   - type: What is made of the value.
  ///   - style: How it is written.
  ///   - schema: The document's rules for the value, where its type has none itself.
  public mutating func path<Value: JSONCodable>(
    _ name: String, as type: Value.Type = Value.self, style: ParameterStyle = .simple,
    schema: Schema? = nil
  ) -> Value? {
    let sent = contents.value.sentPath(name, style)
    return contents.value.required(sent, .path(name), style, schema)
  }

  /// A query parameter that must be there.
  public mutating func query<Value: JSONCodable>(
    _ name: String, as type: Value.Type = Value.self, style: ParameterStyle = .form,
    schema: Schema? = nil
  ) -> Value? {
    let sent = contents.value.sentQuery(name, style)
    return contents.value.required(sent, .query(name), style, schema)
  }

  /// A query parameter that may be missing: `.some(nil)` where it is.
  public mutating func queryIfPresent<Value: JSONCodable>(
    _ name: String, as type: Value.Type = Value.self, style: ParameterStyle = .form,
    schema: Schema? = nil
  ) -> Value?? {
    let sent = contents.value.sentQuery(name, style)
    return contents.value.optional(sent, .query(name), style, schema)
  }

  /// A query parameter, or its default where it is missing.
  public mutating func query<Value: JSONCodable>(
    _ name: String, default value: Value, style: ParameterStyle = .form, schema: Schema? = nil
  ) -> Value? {
    queryIfPresent(name, as: Value.self, style: style, schema: schema).map { $0 ?? value }
  }

  /// The whole query, which must be there: the members of an object, or JSON text.
  public mutating func queryString<Value: JSONCodable>(
    as type: Value.Type = Value.self, style: ParameterStyle = .form, schema: Schema? = nil
  ) -> Value? {
    let sent = contents.value.sentQueryString(style)
    return contents.value.required(sent, .queryString, style, schema)
  }

  /// The whole query, which may be missing: `.some(nil)` where it is.
  public mutating func queryStringIfPresent<Value: JSONCodable>(
    as type: Value.Type = Value.self, style: ParameterStyle = .form, schema: Schema? = nil
  ) -> Value?? {
    let sent = contents.value.sentQueryString(style)
    return contents.value.optional(sent, .queryString, style, schema)
  }

  /// A header field that must be there.
  public mutating func header<Value: JSONCodable>(
    _ name: HeaderName, as type: Value.Type = Value.self, style: ParameterStyle = .simple,
    schema: Schema? = nil
  ) -> Value? {
    let sent = contents.value.sentHeader(name, style)
    return contents.value.required(sent, .header(name.description), style, schema)
  }

  /// A header field that may be missing: `.some(nil)` where it is.
  public mutating func headerIfPresent<Value: JSONCodable>(
    _ name: HeaderName, as type: Value.Type = Value.self, style: ParameterStyle = .simple,
    schema: Schema? = nil
  ) -> Value?? {
    let sent = contents.value.sentHeader(name, style)
    return contents.value.optional(sent, .header(name.description), style, schema)
  }

  /// A header field, or its default where it is missing.
  public mutating func header<Value: JSONCodable>(
    _ name: HeaderName, default value: Value, style: ParameterStyle = .simple,
    schema: Schema? = nil
  ) -> Value? {
    headerIfPresent(name, as: Value.self, style: style, schema: schema).map { $0 ?? value }
  }

  /// A cookie that must be there.
  public mutating func cookie<Value: JSONCodable>(
    _ name: String, as type: Value.Type = Value.self, style: ParameterStyle = .form,
    schema: Schema? = nil
  ) -> Value? {
    let sent = contents.value.sentCookie(name, style)
    return contents.value.required(sent, .cookie(name), style, schema)
  }

  /// A cookie that may be missing: `.some(nil)` where it is.
  public mutating func cookieIfPresent<Value: JSONCodable>(
    _ name: String, as type: Value.Type = Value.self, style: ParameterStyle = .form,
    schema: Schema? = nil
  ) -> Value?? {
    let sent = contents.value.sentCookie(name, style)
    return contents.value.optional(sent, .cookie(name), style, schema)
  }

  /// A cookie, or its default where it is missing.
  public mutating func cookie<Value: JSONCodable>(
    _ name: String, default value: Value, style: ParameterStyle = .form, schema: Schema? = nil
  ) -> Value? {
    cookieIfPresent(name, as: Value.self, style: style, schema: schema).map { $0 ?? value }
  }
}
