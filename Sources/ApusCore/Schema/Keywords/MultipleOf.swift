/// `multipleOf`: a number is a whole multiple of another (JSON Schema Validation, section 6.2.1).
public struct MultipleOf: NumberLimit {
  public static let name = "multipleOf"

  /// The number that divides it.
  public let limit: JSONNumber

  /// The same, if it is whole.
  private let wholeLimit: Int64?

  init(_ limit: JSONNumber) {
    self.limit = limit
    wholeLimit = limit.int64.flatMap { $0 > 0 ? $0 : nil }
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    self.init(try argument.requireNumber())
    guard limit > 0 else { throw InvalidArgument(expected: "a number greater than 0") }
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    if let value = instance.shortInteger, let wholeLimit, value % wholeLimit == 0 { return true }
    return check(instance, "that is a multiple of", in: &evaluation) { $0.isMultiple(of: $1) }
  }
}

extension Rule {
  /// `multipleOf`: a number is a whole multiple of another.
  public static func multipleOf(_ divisor: JSONNumber) -> Rule {
    Rule(MultipleOf(divisor))
  }
}
