/// The kind of a JSON value (RFC 8259, section 3); true and false are one kind.
public enum JSONKind: UInt8, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean
  /// A number.
  case number
  /// A string.
  case string
  /// An array.
  case array
  /// An object.
  case object
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
