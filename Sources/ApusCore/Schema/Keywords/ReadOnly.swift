/// `readOnly`: only the server sets the value (JSON Schema Validation, section 9.4).
public struct ReadOnly: Annotation {
  public static let name = "readOnly"
  public static let treatment = Treatment.enforced

  /// Whether that is so.
  public let isReadOnly: Bool

  init(_ isReadOnly: Bool) {
    self.isReadOnly = isReadOnly
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    isReadOnly = try argument.requireBoolean()
  }

  /// None, but it is written down: it tells which required members may be missing on the way.
  public var arguments: [RuleArgument]? { isReadOnly ? [] : nil }
}

extension Rule {
  /// `readOnly`: only one side sets the value.
  public static func readOnly() -> Rule {
    Rule(ReadOnly(true))
  }
}
