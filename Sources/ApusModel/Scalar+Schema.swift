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
    case .integer: self = formatted ?? Scalar(integersIn: schemas)
    case .number: self = formatted ?? .number
    default: self = formatted ?? .string
    }
  }

  /// The scalar of whole numbers between the limits of some schemas.
  ///
  /// Limits count as those of 64 bits that are the same as these in a `Double`: many tools write
  /// 9223372036854776000 where they mean 9223372036854775807.
  private init(integersIn schemas: Conjunction) {
    let least = schemas.leastNumbers.map(\.nearest).max() ?? 0
    let greatest = schemas.greatestNumbers.map(\.nearest).min() ?? 0
    if (-0x1p63...0x1p63).contains(least), greatest <= 0x1p63 {
      self = .integer
    } else if least >= 0, greatest <= 0x1p64 {
      self = .formatted(.uint64)
    } else {
      self = .anyInteger
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

extension Conjunction {
  fileprivate var leastNumbers: [JSONNumber] {
    all(Minimum.self).map(\.limit) + all(ExclusiveMinimum.self).map(\.limit)
  }

  fileprivate var greatestNumbers: [JSONNumber] {
    all(Maximum.self).map(\.limit) + all(ExclusiveMaximum.self).map(\.limit)
  }
}

extension JSONNumber {
  /// The nearest number that a `Double` holds, which may be infinite.
  fileprivate var nearest: Double { double ?? (isNegative ? -.infinity : .infinity) }
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
