/// A form that strings or numbers can have, named by the `format` keyword (JSON Schema Validation,
/// section 7; OpenAPI Format Registry).
///
/// Each format is one constant in a file of its own, and `known` lists them all.
public struct Format: Sendable {
  /// How a value shows whether it has the format. A value of another kind always has it.
  enum Test: Sendable {
    /// By the UTF-8 of a string.
    case string(@Sendable (UnsafeBufferPointer<UInt8>) -> Bool)
    /// By reading a string from its first byte to its last.
    case text(@Sendable (inout ByteScanner) -> Bool)
    /// By a value that is a number. Of the whole ones of up to 18 digits, those in a range have the format.
    case number(
      @Sendable (JSONView) -> Bool, wholes: ClosedRange<Int64> = allWholes)
    /// By a value that is a number, or by the UTF-8 of a string that stands for one.
    case either(
      number: @Sendable (JSONView) -> Bool,
      string: @Sendable (UnsafeBufferPointer<UInt8>) -> Bool,
      wholes: ClosedRange<Int64> = allWholes)
    /// Not at all: every string has it.
    case anyString

    /// The range where every whole number has the format.
    static let allWholes = Int64.min...Int64.max
  }

  /// The name in documents: `date-time`.
  public let name: String

  /// The constant's name: `dateTime`.
  public let constantName: String

  /// The Swift type whose values have the format; nil if there is none but `String`.
  public let type: ValueType?

  /// In how many ways a value of ``type`` can be written, if it is a string.
  public let spellings: Spellings

  /// What a value of this format is, to follow the word "expected": "a UUID".
  let expectation: String

  let test: Test

  init(
    _ name: String, constant: String? = nil, type: ValueType? = nil, spellings: Spellings = .one,
    expectation: String, test: Test
  ) {
    self.name = name
    constantName = constant ?? name
    self.type = type
    self.spellings = spellings
    self.expectation = expectation
    self.test = test
  }

  /// The ways in which one value can be written: a type keeps the value, but not the way.
  public enum Spellings: Sendable {
    /// In one way.
    case one
    /// In capital letters or in small ones.
    case ofEitherCase
    /// In ways that may differ in length.
    case several
  }

  /// A Swift type, as generated code mentions it.
  public struct ValueType: Hashable, Sendable {
    /// The type's name.
    public let name: String
    /// The module that it comes from; nil for the standard library and the runtime.
    public let module: String?
    /// Whether it also holds, or reads, values that have not the format.
    public let holdsMore: Bool

    init(_ name: String, from module: String? = nil, holdsMore: Bool = false) {
      self.name = name
      self.module = module
      self.holdsMore = holdsMore
    }
  }

  /// Every format with a meaning of its own.
  static let known: [Format] = [
    // JSON Schema Validation, section 7.3.
    .dateTime, .date, .time, .duration,
    .email, .idnEmail, .hostname, .idnHostname, .ipv4, .ipv6,
    .uri, .uriReference, .iri, .iriReference, .uuid, .uriTemplate,
    .jsonPointer, .relativeJSONPointer, .regex,
    // OpenAPI Format Registry: numbers.
    .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64,
    .doubleInt, .float, .double, .decimal, .decimal128, .unixtime,
    // Texts.
    .dateTimeLocal, .timeLocal, .httpDate, .mediaRange, .language, .char,
    .byte, .base64url, .binary, .password, .commonmark, .html,
    .ipv4CIDR, .ipv6CIDR,
    .sfInteger, .sfDecimal, .sfBoolean, .sfString, .sfToken, .sfBinary,
  ]

  private static let byName = Dictionary(
    known.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The format of that name; nil if no standard gives it a meaning.
  static func named(_ name: String) -> Format? {
    byName[name]
  }

  /// The kind of the values that ``type`` holds, or that may have the format.
  public var kind: JSONKind {
    switch test {
    case .string, .text, .anyString: .string
    case .number, .either: .number
    }
  }

  /// Whether any value is refused for not having the format.
  var isAsserted: Bool {
    if case .anyString = test { false } else { true }
  }

  /// Whether a value has the format.
  func accepts(_ instance: JSONView) -> Bool {
    switch (instance.kind, test) {
    case (.string, .text(let reads)):
      JSONStringView(instance).withUTF8 { ByteScanner.wholly($0, reads) }
    case (.string, .string(let accepts)), (.string, .either(_, let accepts, _)):
      JSONStringView(instance).withUTF8(accepts)
    case (.number, .number(let accepts, _)), (.number, .either(let accepts, _, _)):
      accepts(instance)
    default: true
    }
  }
}

extension Format: Hashable {
  /// Formats are the same if they have the same name.
  public static func == (left: Format, right: Format) -> Bool { left.name == right.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
