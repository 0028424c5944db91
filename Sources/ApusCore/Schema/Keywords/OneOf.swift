/// `oneOf`: the value satisfies one of some schemas, and no other (JSON Schema Core, section
/// 10.2.1.3).
public struct OneOf: SchemasApplicator {
  public static let name = "oneOf"

  /// The alternatives, in the order of the document.
  public let schemas: [Schema]

  /// The kinds of value that `type` beside it allows.
  private var type: Type?

  /// Which of the alternatives come into question, once there is a plan.
  private var discrimination: Discrimination?

  init(_ schemas: [Schema]) {
    self.schemas = schemas
  }

  public func beside(_ rules: [Rule]) -> any Keyword {
    var keyword = self
    keyword.type = rules.first(Type.self)
    return keyword
  }

  public func join(_ plan: inout SchemaPlanBuilder) {
    let groups = schemas.compactMap(\.onlyRequires)
    // What asks for members accepts all values of other kinds.
    if groups.count == schemas.count, type?.names == [.object],
      plan.object.require(anyOf: groups, isExclusive: true)
    {
      return
    }
    var keyword = self
    keyword.discrimination = Discrimination(schemas)
    plan.apply(keyword)
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard evaluation.isReporting else { return isAcceptedByOne(instance, in: &evaluation) }
    let alternatives = Alternatives(schemas, of: Self.name)
    let matches = alternatives.matches(for: instance, in: &evaluation)
    switch matches.count {
    case 1:
      return true
    case 0:
      return alternatives.refuse(
        instance, expected: "exactly one of \(schemas.count) alternatives to match",
        in: &evaluation)
    default:
      // Alternatives that speak of another kind of value all let this one pass; that it is of the
      // wrong kind is said already.
      if let type, !type.includes(instance) { return false }
      return evaluation.fail(
        Self.name,
        expected: "exactly one of \(schemas.count) alternatives to match",
        found: "that \(alternatives.inWords(matches)) match")
    }
  }

  private func isAcceptedByOne(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    var isAccepted = false
    for index in discrimination?.candidates(for: instance) ?? Array(schemas.indices)
    where evaluation.accepts(schemas[index], instance) {
      if isAccepted { return false }
      isAccepted = true
    }
    return isAccepted
  }
}

extension Rule {
  /// `oneOf`: the value satisfies exactly one of the schemas.
  public static func oneOf(_ schemas: Schema...) -> Rule {
    Rule(OneOf(schemas))
  }
}
