/// `type`: the value is of one of some kinds (JSON Schema Validation, section 6.1.1).
public struct Type: Keyword {
  public static let name = "type"

  /// A kind of value that the keyword can name.
  public enum Name: String, Sendable, CaseIterable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean
    /// An object.
    case object
    /// An array.
    case array
    /// A number.
    case number
    /// A string.
    case string
    /// A number without a fractional part.
    case integer

    /// The kind as a noun: "an object".
    public var noun: String {
      switch self {
      case .null: "null"
      case .boolean: "a boolean"
      case .object: "an object"
      case .array: "an array"
      case .number: "a number"
      case .string: "a string"
      case .integer: "an integer"
      }
    }

    /// Whether a value is of this kind. A number without a fraction is an integer, however it is
    /// written (`1.0`).
    func includes(_ instance: JSONView) -> Bool {
      kind.map { $0 == instance.kind } ?? instance.isInteger
    }

    /// The kind of JSON value that is the same; nil for integers, which are only some of the numbers.
    fileprivate var kind: JSONKind? {
      switch self {
      case .null: .null
      case .boolean: .boolean
      case .object: .object
      case .array: .array
      case .number: .number
      case .string: .string
      case .integer: nil
      }
    }
  }

  /// The kinds, in the order of the document.
  public let names: [Name]

  /// The keywords that name one kind, which schemas share.
  private static let singles = (
    types: Name.allCases.map { Type([$0]) }, names: TextTable(Name.allCases.map(\.rawValue))
  )

  /// The kinds of JSON value that are wholly of one of the kinds: a bit for each.
  private let wholeKinds: UInt8

  init(_ names: [Name]) {
    self.names = names
    wholeKinds = names.reduce(0) { kinds, name in kinds | (name.kind?.bit ?? 0) }
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    // Nearly every schema names one kind.
    if let position = Self.position(of: argument) {
      self = Self.singles.types[position]
      return
    }
    let elements = argument.arrayElements
    let names = elements.compactMap { Self.position(of: $0).map { Name.allCases[$0] } }
    guard names.count == elements.count, !names.isEmpty else {
      let known = Name.allCases.map(\.rawValue).listed(with: "or")
      throw InvalidArgument(expected: "\(known), or a list of these,")
    }
    guard Set(names).count == names.count else {
      throw InvalidArgument(expected: "each name once")
    }
    self.init(names)
  }

  /// Where the kind that a value names stands among all.
  private static func position(of value: DocumentValue) -> Int? {
    var position: Int?
    value.source.withString(of: value) {
      position = singles.names.lookup.position(of: $0, JSONName.digest($0))
    }
    return position
  }

  public var arguments: [RuleArgument]? { names.map { .member($0.rawValue) } }

  /// Whether a value is of one of the kinds.
  func includes(_ instance: JSONView) -> Bool {
    if wholeKinds & instance.kind.bit != 0 { return true }
    return instance.kind == .number && names.contains(.integer) && instance.isInteger
  }

  public func join(_ plan: inout SchemaPlanBuilder) {
    let hasIntegers = names.contains(.integer)
    plan.plan.kinds &= wholeKinds | (hasIntegers ? JSONKind.number.bit : 0)
    plan.plan.areNumbersWhole = hasIntegers && !names.contains(.number)
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    if includes(instance) { return true }
    return evaluation.fail(
      Self.name, expected: names.map(\.noun).listed(with: "or"), found: instance.summary)
  }
}

extension Rule {
  /// `type`: the value is of one of these kinds.
  public static func type(_ names: Type.Name...) -> Rule {
    Rule(Type(names))
  }
}
