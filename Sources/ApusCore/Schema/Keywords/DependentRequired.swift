/// `dependentRequired`: an object that has a member of a name has others too (JSON Schema Validation,
/// section 6.5.4).
public struct DependentRequired: Keyword {
  public static let name = "dependentRequired"

  /// The dependencies, in the order of the document.
  public let dependencies: [Dependency]

  private let names: MemberNames

  init(_ dependencies: [Dependency]) {
    self.dependencies = dependencies
    names = MemberNames(dependencies.map(\.name))
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    var dependencies: [Dependency] = []
    for (name, value) in try argument.requireMembers() {
      dependencies.append(Dependency(name: name, names: try value.requireNames()))
    }
    self.init(dependencies)
  }

  public var arguments: [RuleArgument]? {
    dependencies.map { .dependency($0.name, $0.names) }
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .object else { return true }
    var isValid = true
    for (dependency, value) in zip(dependencies, names.values(in: instance)) where value != nil {
      for name in dependency.missing(in: instance) {
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
  private let others: MemberNames

  var names: [String] { others.names }

  /// An object that has `name` has all of `names`.
  public init(_ name: String, _ names: String...) {
    self.init(name: name, names: names)
  }

  init(name: String, names: [String]) {
    self.name = name
    others = MemberNames(names)
  }

  /// The names that an object lacks.
  func missing(in object: JSONView) -> [String] { others.missing(in: object) }
}

extension Rule {
  /// `dependentRequired`: an object that has a member of a name has others too.
  public static func dependentRequired(_ dependencies: Dependency...) -> Rule {
    Rule(DependentRequired(dependencies))
  }
}
