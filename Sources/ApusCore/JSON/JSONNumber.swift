/// A number of any size and precision, kept as it was written.
///
/// Equality and order are those of the values: 1, 1.0 and 10e-1 are equal, and 0.1 is exactly one tenth.
public struct JSONNumber: Sendable {
  /// The number as it was written (RFC 8259, section 6).
  public let text: String

  /// The most digits of an exponent, leading zeros aside. Longer ones are refused, so that exponents can be
  /// added and compared exactly.
  static let longestExponent = 17

  /// The number that a JSON text stands for, or nil if it stands for none.
  public init?(_ text: String) {
    guard let first = text.utf8.first, isDigit(first) || first == UInt8(ascii: "-"),
      let number = try? withJSON(text, { $0.number }), number.text.utf8.count == text.utf8.count
    else { return nil }
    self = number
  }

  /// A whole number.
  public init(_ value: some FixedWidthInteger) { text = String(value) }

  /// The shortest number that reads back as the same `Double`, or nil for infinities and NaN, which JSON hasn't.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    text = value.description
  }

  /// What the caller knows to be a JSON number.
  init(unchecked text: String) { self.text = text }

  func withDecimal<Result>(_ body: (JSONDecimal) -> Result) -> Result {
    text.withBytes { body(JSONDecimal($0)) }
  }
}

extension JSONNumber {
  /// Whether the value has no fractional part, however it is written: 1.0 is an integer.
  public var isInteger: Bool { withDecimal(\.isInteger) }

  /// Whether the value is less than zero.
  public var isNegative: Bool { withDecimal { $0.isNegative && !$0.isZero } }

  /// The value, or nil if it is no integer in the range of `Int64`.
  public var int64: Int64? { withDecimal { $0.integer() } }

  /// The value, or nil if it is no integer in the range of `UInt64`.
  public var uint64: UInt64? { withDecimal { $0.integer() } }

  /// The nearest `Double`, or nil if the value is beyond all finite ones.
  public var double: Double? {
    text.withBytes { nearestDouble($0) }
  }

  /// Whether the value is a whole number of times the other's, exactly. Only zero is a multiple of zero.
  public func isMultiple(of other: JSONNumber) -> Bool {
    withDecimal { number in other.withDecimal { number.isMultiple(of: $0) } }
  }
}

extension JSONNumber: Hashable {
  public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    left.text == right.text
      || left.withDecimal { left in right.withDecimal { left.isEqual(to: $0) } }
  }

  public func hash(into hasher: inout Hasher) { withDecimal { $0.hash(into: &hasher) } }
}

extension JSONNumber: Comparable {
  public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
    left.withDecimal { left in right.withDecimal { left.isLess(than: $0) } }
  }
}

extension JSONNumber: CustomStringConvertible {
  public var description: String { text }
}

extension JSONNumber: ExpressibleByFloatLiteral {
  /// A literal too large for a `Double` is 0, as JSON has no infinity: write it with ``exactly(_:)``.
  public init(floatLiteral value: Double) { self = JSONNumber(value) ?? 0 }
}

extension JSONNumber {
  /// A number that a literal would round, by its JSON text; 0 if the text is no number.
  public static func exactly(_ text: String) -> JSONNumber { JSONNumber(text) ?? 0 }
}

extension JSONNumber: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}
