import ApusCore

extension Scalar {
  /// The scalar of a kind of JSON value, with the format of a schema if that is one for such values.
  init(_ kind: Type.Name, of schema: Schema) {
    let format = schema[FormatKeyword.self]?.format
    switch kind {
    case .boolean: self = .boolean
    case .integer: self = format.flatMap { Scalar($0, for: .number, in: schema) } ?? .integer
    case .number: self = format.flatMap { Scalar($0, for: .number, in: schema) } ?? .number
    default: self = format.flatMap { Scalar($0, for: .string, in: schema) } ?? .string
    }
  }

  private init?(_ format: Format, for kind: JSONKind, in schema: Schema) {
    guard format.type != nil, format.kind == kind, !schema.asksForSpelling(of: format) else {
      return nil
    }
    self = .formatted(format)
  }
}

extension Schema {
  /// Whether the schema accepts a value of a format in some of its spellings only: a type that does not
  /// keep the spelling could then write what the schema refuses.
  fileprivate func asksForSpelling(of format: Format) -> Bool {
    let asksForLetters = self[PatternKeyword.self] != nil || self[Constant.self] != nil
    switch format.spellings {
    case .one: return false
    case .ofEitherCase: return asksForLetters
    case .several:
      return asksForLetters || self[MinLength.self] != nil || self[MaxLength.self] != nil
    }
  }
}
