/// `uniqueItems`: no two elements of an array are equal (JSON Schema Validation, section 6.4.3).
public struct UniqueItems: Keyword {
  public static let name = "uniqueItems"

  /// Whether it is asked for.
  public let isRequired: Bool

  init(_ isRequired: Bool) {
    self.isRequired = isRequired
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    isRequired = try argument.requireBoolean()
  }

  public var arguments: [RuleArgument]? { isRequired ? [.json(.boolean(true))] : nil }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard isRequired, instance.kind == .array else { return true }
    var first: [JSONView: Int] = [:]
    for (index, element) in instance.elements.enumerated() {
      if let other = first[element] {
        return evaluation.fail(
          Self.name, expected: "elements that differ",
          found: "the same at \(other) and \(index): \(element.summary)")
      }
      first[element] = index
    }
    return true
  }
}

extension Rule {
  /// `uniqueItems`: no two elements of an array are equal.
  public static func uniqueItems(_ isRequired: Bool) -> Rule {
    Rule(UniqueItems(isRequired))
  }
}
