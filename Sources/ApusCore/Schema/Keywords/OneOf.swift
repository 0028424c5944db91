/// `oneOf`: the value satisfies one of some schemas, and no other (JSON Schema Core, section
/// 10.2.1.3).
public struct OneOf: SchemasApplicator {
  public static let name = "oneOf"

  /// The alternatives, in the order of the document.
  public let schemas: [Schema]

  /// The kinds of value that `type` beside it allows.
  private var type: Type?

  init(_ schemas: [Schema]) {
    self.schemas = schemas
  }

  public func beside(_ rules: [Rule]) -> any Keyword {
    var keyword = self
    keyword.type = rules.first(Type.self)
    return keyword
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
    for schema in schemas where evaluation.accepts(schema, instance) {
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
