/// `contains`: an array has elements that satisfy a schema: one, or as many as `minContains` and
/// `maxContains` beside it say (JSON Schema Core, section 10.3.1.3; Validation, section 6.4.4).
public struct Contains: SchemaApplicator {
  public static let name = "contains"

  /// What the elements satisfy.
  public let schema: Schema

  /// How many elements satisfy it at least and at most.
  private var least = 1
  private var most = Int.max

  init(_ schema: Schema) {
    self.schema = schema
  }

  public func beside(_ rules: [Rule]) -> any Keyword {
    var keyword = self
    keyword.least = rules.first(MinContains.self)?.limit ?? 1
    keyword.most = rules.first(MaxContains.self)?.limit ?? .max
    return keyword
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .array else { return true }
    var count = 0
    for element in instance.elements where evaluation.accepts(schema, element) {
      evaluation.trail.add(element, of: instance)
      count += 1
    }
    if count >= least, count <= most { return true }
    return evaluation.fail(
      count < least ? (least == 1 ? Self.name : MinContains.name) : MaxContains.name,
      expected: "\(count < least ? "at least \(least)" : "at most \(most)") elements of a kind",
      found: "\(count)", causes: count < least ? reasons(against: instance, in: &evaluation) : [])
  }

  /// Of how many elements it is said why they are not of the kind.
  private static let toldElements = 16

  /// Why the first of the elements that are not of the kind are not, the nearest one's reasons first.
  private func reasons(
    against instance: JSONView, in evaluation: inout Evaluation
  ) -> [Violation] {
    var refusals: [Refusal] = []
    for (index, element) in instance.elements.enumerated() {
      guard evaluation.isReporting, refusals.count < Self.toldElements else { break }
      let reasons = evaluation.reasons(
        against: schema, element, below: Self.name, member: String(index))
      if reasons.isEmpty { continue }
      refusals.append(Refusal(reasons, depth: evaluation.report.depth + 1, index: index))
    }
    return refusals.sorted(by: <).flatMap(\.violations)
  }
}

extension Rule {
  /// `contains`: an array has elements that satisfy the schema.
  public static func contains(_ schema: Schema) -> Rule {
    Rule(Contains(schema))
  }
}
