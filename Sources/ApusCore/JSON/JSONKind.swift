/// The kind of a JSON value (RFC 8259, section 3); true and false are one kind.
public enum JSONKind: UInt8, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  case null, boolean, number, string, array, object
}

extension JSONKind: CustomStringConvertible {
  /// The kind's name in JSON Schema.
  public var description: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  /// The kind with its article, for messages: “an object”.
  public var withArticle: String {
    switch self {
    case .null: "null"
    case .array: "an array"
    case .object: "an object"
    case .boolean, .number, .string: "a \(self)"
    }
  }
}
