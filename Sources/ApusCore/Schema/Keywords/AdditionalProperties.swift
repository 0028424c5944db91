/// `additionalProperties`: the members of an object that neither `properties` nor
/// `patternProperties` beside it names satisfy a schema (JSON Schema Core, section 10.3.2.3).
public struct AdditionalProperties: SchemaApplicator {
  public static let name = "additionalProperties"

  /// What each such member satisfies.
  public let schema: Schema

  /// The names in `properties` beside it, and the patterns in `patternProperties`.
  private var named = MemberNames.none
  private var patterns: PatternProperties?

  init(_ schema: Schema) {
    self.schema = schema
  }

  public func beside(_ rules: [Rule]) -> any Keyword {
    var keyword = self
    if let named = rules.first(Properties.self)?.names { keyword.named = named }
    keyword.patterns = rules.first(PatternProperties.self)
    return keyword
  }

  public func join(_ plan: inout SchemaPlanBuilder) {
    if patterns != nil { return plan.apply(self) }
    if schema.refusesAll {
      plan.object.refusesAdditional = true
    } else {
      plan.object.additional = plan.plan(of: schema)
    }
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .object else { return true }
    var isValid = true
    for member in instance.members {
      if named.position(of: member.name) != nil { continue }
      if patterns?.matches(member.name) == true { continue }
      let name = member.name
      evaluation.trail.add(member.value, of: instance)
      if !evaluation.evaluate(schema, member.value, below: Self.name, member: name.string) {
        isValid = false
        if !evaluation.isReporting { return false }
      }
    }
    return isValid
  }
}

extension Rule {
  /// `additionalProperties`: the members that neither `properties` nor `patternProperties` names
  /// satisfy the schema.
  public static func additionalProperties(_ schema: Schema) -> Rule {
    Rule(AdditionalProperties(schema))
  }
}
