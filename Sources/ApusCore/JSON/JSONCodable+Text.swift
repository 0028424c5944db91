extension JSONCodable {
  /// Reads a JSON text and checks it against the document's rules for the type.
  ///
  /// - Throws: `InvalidValue` with every rule that is broken. Text that isn't JSON breaks one.
  public init(json text: [UInt8]) throws(InvalidValue) {
    self = try Self.checked(text, by: schemaOf(Self.self))
  }

  /// Reads a JSON text and checks it against the document's rules for the type.
  ///
  /// - Throws: `InvalidValue` with every rule that is broken. Text that isn't JSON breaks one.
  public init(json text: String) throws(InvalidValue) {
    try self.init(json: Array(text.utf8))
  }

  /// Reads a JSON text as far as it can be read.
  ///
  /// - Returns: The value, if the text is JSON that has a place in the type, and every rule of the document that it
  ///   breaks: at least one if there is no value.
  public static func reading(json text: [UInt8]) -> (value: Self?, violations: [Violation]) {
    decodedAndChecked(Self.self, text, schemaOf(Self.self))
  }

  /// The value as UTF-8 JSON text without white space.
  public var json: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// The value as JSON text without white space.
  public var jsonText: String {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.text
  }
}

// The same, where it is known beforehand that there are rules: asking for them takes longer than most checks.
extension JSONCodable where Self: Validated {
  /// Reads a JSON text and checks it against the document's rules for the type.
  ///
  /// - Throws: `InvalidValue` with every rule that is broken. Text that isn't JSON breaks one.
  public init(json text: [UInt8]) throws(InvalidValue) {
    self = try Self.checked(text, by: Self.schema)
  }

  /// Reads a JSON text as far as it can be read.
  ///
  /// - Returns: The value, if the text is JSON that has a place in the type, and every rule of the document that it
  ///   breaks: at least one if there is no value.
  public static func reading(json text: [UInt8]) -> (value: Self?, violations: [Violation]) {
    decodedAndChecked(Self.self, text, schema)
  }
}

extension JSONCodable {
  fileprivate static func checked(_ text: [UInt8], by schema: Schema?) throws(InvalidValue) -> Self
  {
    do {
      return try withJSON(text) { json in
        let violations = schema?.violations(in: json) ?? []
        if !violations.isEmpty { throw InvalidValue(violations: violations) }
        return try Self(from: json)
      }
    } catch {
      throw InvalidValue(violations: Violation.all(of: error))
    }
  }
}
