/// `dependentRequired`: an object that has a member of a name has others too (JSON Schema Validation,
/// section 6.5.4).
public struct DependentRequired: Keyword {
  public static let name = "dependentRequired"

  /// The dependencies, in the order of the document.
  public let dependencies: [Dependency]

  init(_ dependencies: [Dependency]) {
    self.dependencies = dependencies
  }

  public init<Value>(
    reading argument: Value, with reader: inout SchemaReader<Value>
  ) throws(InvalidArgument) {
    var dependencies: [Dependency] = []
    for (name, value) in try argument.requireMembers() {
      dependencies.append(Dependency(name: name, names: try value.requireNames()))
    }
    self.dependencies = dependencies
  }

  public var arguments: [RuleArgument]? {
    dependencies.map { .dependency($0.name, $0.names) }
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .object else { return true }
    var isValid = true
    for dependency in dependencies where instance.member(dependency.name) != nil {
      for name in dependency.names where instance.member(name) == nil {
        isValid = evaluation.fail(
          Self.name,
          expected: "a member \(JSON.string(name)) beside \(JSON.string(dependency.name))",
          found: "none of that name")
        if !evaluation.isReporting { return false }
      }
    }
    return isValid
  }
}

/// The name of a member, and those of the members that it brings along.
public struct Dependency: Sendable {
  let name: String
  let names: [String]

  /// An object that has `name` has all of `names`.
  public init(_ name: String, _ names: String...) {
    self.init(name: name, names: names)
  }

  init(name: String, names: [String]) {
    self.name = name
    self.names = names
  }
}

extension Rule {
  /// `dependentRequired`: an object that has a member of a name has others too.
  public static func dependentRequired(_ dependencies: Dependency...) -> Rule {
    Rule(DependentRequired(dependencies))
  }
}
