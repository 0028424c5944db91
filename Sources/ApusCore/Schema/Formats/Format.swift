/// A form that strings or numbers can have, named by the `format` keyword (JSON Schema Validation,
/// section 7; OpenAPI Format Registry).
///
/// Each format is one constant in a file of its own, and ``known`` lists them all.
public struct Format: Sendable {
  /// How a value shows whether it has the format. A value of another kind always has it.
  enum Test: Sendable {
    /// By the UTF-8 of a string.
    case string(@Sendable (UnsafeBufferPointer<UInt8>) -> Bool)
    /// By a number.
    case number(@Sendable (JSONNumber) -> Bool)
  }

  /// The name in documents: `date-time`.
  public let name: String

  /// The constant's name: `dateTime`.
  public let constantName: String

  /// The Swift type whose values have the format; nil if there is none but `String`.
  public let type: ValueType?

  /// What a value of this format is, to follow the word "expected": "a UUID".
  let expectation: String

  let test: Test

  init(
    _ name: String, constant: String? = nil, type: ValueType? = nil, expectation: String,
    test: Test
  ) {
    self.name = name
    constantName = constant ?? name
    self.type = type
    self.expectation = expectation
    self.test = test
  }

  /// A Swift type, as generated code mentions it.
  public struct ValueType: Hashable, Sendable {
    /// The type's name.
    public let name: String
    /// The module that it comes from; nil for the standard library.
    public let module: String?

    init(_ name: String, from module: String? = nil) {
      self.name = name
      self.module = module
    }
  }

  /// Every format with a meaning of its own.
  static let known: [Format] = [.uuid, .int32, .int64, .float, .double]

  /// The format of that name; nil if no standard gives it a meaning.
  static func named(_ name: String) -> Format? {
    known.first { $0.name == name }
  }

  /// The kind of the values that may have the format.
  public var kind: JSONKind {
    switch test {
    case .string: .string
    case .number: .number
    }
  }

  /// Whether a value has the format.
  func accepts(_ instance: JSONView) -> Bool {
    switch test {
    case .string(let accepts): instance.stringView.map { $0.withUTF8(accepts) } ?? true
    case .number(let accepts): instance.number.map(accepts) ?? true
    }
  }
}

extension Format: Hashable {
  /// Formats are the same if they have the same name.
  public static func == (left: Format, right: Format) -> Bool { left.name == right.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
