/// `writeOnly`: only the client sets the value, and the server never tells it (JSON Schema Validation, section 9.4).
public struct WriteOnly: Annotation {
  public static let name = "writeOnly"
  public static let treatment = Treatment.enforced

  /// Whether that is so.
  public let isWriteOnly: Bool

  init(_ isWriteOnly: Bool) {
    self.isWriteOnly = isWriteOnly
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    isWriteOnly = try argument.requireBoolean()
  }

  /// None, but it is written down: it tells which required members may be missing on the way.
  public var arguments: [RuleArgument]? { isWriteOnly ? [] : nil }
}

extension Rule {
  /// `writeOnly`: only one side sets the value.
  public static func writeOnly() -> Rule {
    Rule(WriteOnly(true))
  }
}
