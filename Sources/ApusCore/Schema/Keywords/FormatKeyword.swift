/// `format`: a value of some kind has a certain form (JSON Schema Validation, section 7).
public struct FormatKeyword: Keyword {
  public static let name = "format"

  /// The format's name in the document.
  public let formatName: String

  /// What the name means; nil for one that refuses nothing: no standard gives it a meaning, or the
  /// dialect does not assert formats.
  public let format: Format?

  init(_ format: Format) {
    self.format = format
    formatName = format.name
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    formatName = try argument.requireString()
    format = reader.dialect.assertsFormats ? Format.named(formatName) : nil
  }

  public var arguments: [RuleArgument]? {
    format.flatMap { $0.isAsserted ? [.member($0.constantName)] : nil }
  }

  public func join(_ plan: inout SchemaPlanBuilder) {
    switch format?.test {
    case nil, .anyString: break
    case .string(let test):
      if !plan.test(strings: test) { plan.apply(self) }
    case .text(let reads):
      if !plan.test(strings: { ByteScanner.wholly($0, reads) }) { plan.apply(self) }
    case .number(_, let wholes): plan.apply(self, toNumbersBut: wholes)
    case .either(_, let test, let wholes):
      if plan.test(strings: test) {
        plan.apply(self, toNumbersBut: wholes)
      } else {
        plan.apply(self)
      }
    }
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    if format?.accepts(instance) ?? true { return true }
    return evaluation.fail(
      Self.name, expected: format?.expectation ?? formatName, found: instance.summary)
  }
}

extension Rule {
  /// `format`: the value has a certain form.
  public static func format(_ format: Format) -> Rule {
    Rule(FormatKeyword(format))
  }
}
