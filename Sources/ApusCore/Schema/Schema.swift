/// What a JSON value must satisfy: a list of rules, each one keyword of JSON Schema 2020-12.
///
/// Generated code spells a document's schemas with it, and every value that comes in or goes out is
/// checked against one. A schema is immutable and shared by reference.
public final class Schema: Sendable {
  /// Where the document says it. A schema inside another needs none: its place follows from the
  /// keyword that leads to it.
  public let location: SchemaLocation?

  /// The rules, in the order of the document.
  public let rules: [Rule]

  /// A schema of some rules; without any, it accepts every value.
  public init(at location: SchemaLocation? = nil, _ rules: Rule...) {
    self.location = location
    self.rules = rules
  }

  /// A schema of a list of rules.
  public init(at location: SchemaLocation? = nil, rules: [Rule]) {
    self.location = location
    self.rules = rules
  }

  /// The first rule of a keyword, if the schema has one.
  public subscript<Unit: Keyword>(_ keyword: Unit.Type) -> Unit? {
    for rule in rules {
      if let unit = rule.keyword as? Unit { return unit }
    }
    return nil
  }
}

extension Schema {
  /// Every rule that a text breaks; text that is not JSON breaks one.
  public func violations(in text: [UInt8]) -> [Violation] {
    do {
      return try withJSON(text) { violations(in: $0) }
    } catch {
      return InvalidValue(notJSON: error).violations
    }
  }

  /// Whether a value satisfies every rule.
  public func accepts(_ instance: JSONView) -> Bool {
    var evaluation = Evaluation(isReporting: false)
    return evaluation.evaluate(self, instance)
  }

  /// Every rule that a value breaks, with its place in the value and in the document; empty if it
  /// breaks none.
  public func violations(in instance: JSONView) -> [Violation] {
    if accepts(instance) { return [] }
    var evaluation = Evaluation(isReporting: true)
    _ = evaluation.evaluate(self, instance)
    return evaluation.violations
  }
}
