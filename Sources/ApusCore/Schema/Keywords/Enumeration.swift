/// `enum`: the value equals one of some values (JSON Schema Validation, section 6.1.2).
public struct Enumeration: Keyword {
  public static let name = "enum"

  /// The values, in the order of the document.
  public let values: [JSON]

  /// The texts of the values that are strings.
  private let texts: MemberNames

  /// The values that are none.
  private let others: Set<JSON>

  init(_ values: [JSON]) {
    self.values = values
    texts = MemberNames(values.compactMap(\.string))
    others = Set(values.filter { $0.kind != .string })
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    self.init(try argument.requireElements().map(\.json))
  }

  public var arguments: [RuleArgument]? {
    // The compiler gives up on some thousand literals that might be of any kind.
    let texts = values.count > Self.mostArguments ? values.compactMap(\.string) : []
    return !texts.isEmpty && texts.count == values.count
      ? [.strings(texts)] : values.map(RuleArgument.json)
  }

  /// The most values that are written as an argument each.
  private static let mostArguments = 256

  public func join(_ plan: inout SchemaPlanBuilder) {
    // Null is told by its kind; of other values, there may be several of a kind.
    let isOfTexts = others.allSatisfy(\.isNull) && plan.allow(texts: texts.names)
    plan.plan.kinds &= values.reduce(0) { kinds, value in kinds | value.kind.bit }
    if !isOfTexts { plan.apply(self) }
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    if includes(instance) { return true }
    return evaluation.fail(
      Self.name, expected: "one of \(values.map(\.description).listed(with: "or"))",
      found: instance.summary)
  }

  private func includes(_ instance: JSONView) -> Bool {
    if let text = instance.stringView { return texts.position(ofValue: text) != nil }
    return !others.isEmpty && others.contains(instance.json)
  }
}

extension Rule {
  /// `enum`: the value equals one of these.
  public static func `enum`(_ values: JSON...) -> Rule {
    Rule(Enumeration(values))
  }

  /// `enum`: the value equals one of these strings. It says what the other function does of any
  /// values, and takes the compiler a tenth of the time.
  public static func `enum`(strings: [StaticString]) -> Rule {
    Rule(Enumeration(strings.map { JSON.string($0.description) }))
  }
}
