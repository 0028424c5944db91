/// The document's rules for a type, where it has any.
package func schemaOf<Value>(_ type: Value.Type) -> Schema? {
  (type as? any Validated.Type)?.schema
}

/// Reads a value and checks it against the document's rules.
///
/// - Returns: The value, where the text can be read as one, and all rules that it breaks; not both
///   of them are missing.
package func decodedAndChecked<Value: JSONCodable>(
  _ type: Value.Type, _ bytes: [UInt8], _ schema: Schema?, direction: Direction? = nil
) -> (value: Value?, violations: [Violation]) {
  do {
    return try withJSON(bytes) { json in
      let violations = schema?.violations(in: json, direction: direction) ?? []
      do {
        return (try Value(from: json), violations)
      } catch {
        return (nil, violations.isEmpty ? Violation.all(of: error) : violations)
      }
    }
  } catch {
    return (nil, Violation.all(of: error))
  }
}

extension Violation {
  /// A part that has to be there is not.
  package static let missing = Violation(expected: "a value", found: "none")

  /// What an error of reading JSON says.
  package static func all(of error: any Error) -> [Violation] {
    switch error {
    case let error as InvalidValue: error.violations
    case let error as JSONSyntaxError: InvalidValue(notJSON: error).violations
    case let error as JSONDecodingError:
      [Violation(error)]
    default: [Violation(expected: "a value as documented", found: "\(error)")]
    }
  }

  private init(_ error: JSONDecodingError) {
    self.init(expected: error.expected, found: error.found)
    instance = ViolationReport.cut(pointer: error.path)
  }

  /// Whether the whole value is of a kind that the document doesn't allow.
  package var concernsKind: Bool {
    instance.isEmpty && (schema.isEmpty || keyword == Type.name)
  }
}
