import ApusCore

extension Scalar {
  /// The scalar of a kind of JSON value, with the first format of the schemas that is one for such
  /// values.
  init(_ kind: Type.Name, of schemas: Conjunction) {
    let formatted: Scalar? =
      switch kind {
      case .integer, .number: Scalar(formatOf: .number, in: schemas)
      case .string: Scalar(formatOf: .string, in: schemas)
      default: nil
      }
    switch kind {
    case .boolean: self = .boolean
    case .integer: self = formatted ?? .integer
    case .number: self = formatted ?? .number
    default: self = formatted ?? .string
    }
  }

  private init?(formatOf kind: JSONKind, in schemas: Conjunction) {
    let formats = schemas.all(FormatKeyword.self).compactMap(\.format)
    guard let format = formats.first(where: { $0.type != nil && $0.kind == kind }),
      !schemas.parts.contains(where: { $0.asksForSpelling(of: format) })
    else { return nil }
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
