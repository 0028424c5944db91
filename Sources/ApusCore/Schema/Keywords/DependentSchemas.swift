/// `dependentSchemas`: an object that has a member of a name satisfies a schema as a whole (JSON
/// Schema Core, section 10.2.2.4).
public struct DependentSchemas: Keyword {
  public static let name = "dependentSchemas"

  /// The names, and what each of them brings along.
  public let dependents: [Property]

  private let names: MemberNames

  init(_ dependents: [Property]) {
    self.dependents = dependents
    names = MemberNames(dependents.map(\.name))
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    var dependents: [Property] = []
    for (name, value) in try argument.requireMembers() {
      dependents.append(Property(name, reader.schema(value, below: name)))
    }
    self.init(dependents)
  }

  public var arguments: [RuleArgument]? {
    dependents.map { .property($0.name, $0.schema) }
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .object else { return true }
    var isValid = true
    for (dependent, value) in zip(dependents, names.values(in: instance)) where value != nil {
      if !evaluation.evaluate(dependent.schema, instance, below: Self.name, dependent.name) {
        isValid = false
        if !evaluation.isReporting { return false }
      }
    }
    return isValid
  }
}

extension Rule {
  /// `dependentSchemas`: an object that has a member of a name satisfies a schema as a whole.
  public static func dependentSchemas(_ dependents: Property...) -> Rule {
    Rule(DependentSchemas(dependents))
  }
}
