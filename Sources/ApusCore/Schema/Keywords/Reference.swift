/// `$ref`: the value satisfies the schema that stands elsewhere (JSON Schema Core, section 8.2.3.1).
public struct Reference: Keyword {
  public static let name = "$ref"

  /// What it leads to.
  public let target: SchemaReference

  init(_ target: SchemaReference) {
    self.target = target
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    target = try reader.reference(argument.requireString())
  }

  public var arguments: [RuleArgument]? { [.reference(target)] }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    evaluation.evaluate(referencedBy: Self.name, target.schema, instance)
  }
}

extension Rule {
  /// `$ref`: the value satisfies the schema that stands elsewhere.
  public static func ref(_ schema: @autoclosure @escaping @Sendable () -> Schema) -> Rule {
    Rule(Reference(SchemaReference(schema)))
  }
}
