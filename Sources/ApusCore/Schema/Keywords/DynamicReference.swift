/// `$dynamicRef`: the value satisfies the schema that stands elsewhere or, where that one has its name
/// by `$dynamicAnchor`, the one of the same name in the outermost schema resource on the way here
/// (JSON Schema Core, section 8.2.3.2).
public struct DynamicReference: Keyword {
  public static let name = "$dynamicRef"

  /// What it leads to as long as no resource further out gives the name.
  public let target: SchemaReference

  /// The name that decides; nil if it leads to one schema always.
  public let anchor: String?

  init(_ target: SchemaReference, anchor: String?) {
    self.target = target
    self.anchor = anchor
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    let target = try reader.reference(argument.requireString())
    self.init(target, anchor: target.dynamicAnchor)
  }

  public var arguments: [RuleArgument]? {
    (anchor.map { [.string($0)] } ?? []) + [.reference(target)]
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    let schema = anchor.flatMap { evaluation.scope.schema(named: $0) } ?? target.schema
    return evaluation.evaluate(referencedBy: Self.name, schema, instance)
  }
}

extension Rule {
  /// `$dynamicRef`: the value satisfies the schema of that name in the outermost schema resource
  /// that gives it, and else this one.
  public static func dynamicRef(
    _ anchor: String, _ schema: @autoclosure @escaping @Sendable () -> Schema
  ) -> Rule {
    Rule(DynamicReference(SchemaReference(schema), anchor: anchor))
  }

  /// `$dynamicRef`: the value satisfies the schema that stands elsewhere.
  public static func dynamicRef(_ schema: @autoclosure @escaping @Sendable () -> Schema) -> Rule {
    Rule(DynamicReference(SchemaReference(schema), anchor: nil))
  }
}
