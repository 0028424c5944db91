/// `patternProperties`: the members of an object in whose names these regular expressions are found
/// satisfy these schemas (JSON Schema Core, section 10.3.2.2).
public struct PatternProperties: Keyword {
  public static let name = "patternProperties"

  /// The patterns as the document has them, and what the members satisfy, in its order.
  public let properties: [Property]

  /// What each pattern means, or why it means nothing.
  let patterns: [Result<Pattern, PatternError>]

  init(_ properties: [Property]) {
    self.properties = properties
    patterns = properties.map { Pattern.reading($0.name) }
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    var properties: [Property] = []
    var patterns: [Result<Pattern, PatternError>] = []
    for (name, value) in try argument.requireMembers() {
      let schema = reader.schema(value, below: name)
      do throws(InvalidArgument) {
        patterns.append(.success(try reader.pattern(name, at: value, of: Self.name)))
        properties.append(Property(name, schema))
      } catch {
        reader.report(
          "Expected \(error.expected) as a name in '\(Self.name)'", of: Self.name, atNameOf: value,
          isError: true)
      }
    }
    self.properties = properties
    self.patterns = patterns
  }

  public var arguments: [RuleArgument]? {
    properties.map { .property($0.name, $0.schema) }
  }

  /// Whether one of the patterns is found in a member's name.
  func matches(_ name: JSONStringView) -> Bool {
    patterns.contains { (try? $0.get())?.matches(name) ?? false }
  }

  /// What a member of that name satisfies: the schemas of the patterns that are found in it.
  public func schemas(matching name: String) -> [Schema] {
    zip(properties, patterns).filter { (try? $1.get())?.matches(name) ?? false }.map(\.0.schema)
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .object else { return true }
    var isValid = true
    for (property, pattern) in zip(properties, patterns) {
      switch pattern {
      case .success(let pattern):
        isValid = evaluate(property, pattern, instance, in: &evaluation) && isValid
      case .failure(let error):
        isValid = evaluation.fail(
          Self.name, expected: error.expectation(for: property.name), found: instance.summary)
      }
      if !isValid && !evaluation.isReporting { return false }
    }
    return isValid
  }

  private func evaluate(
    _ property: Property, _ pattern: Pattern, _ instance: JSONView,
    in evaluation: inout Evaluation
  ) -> Bool {
    var isValid = true
    for member in instance.members where pattern.matches(member.name) {
      evaluation.trail.add(member.value, of: instance)
      let isMemberValid = evaluation.evaluate(
        property.schema, member.value, below: Self.name, property.name,
        member: member.name.string)
      if isMemberValid { continue }
      isValid = false
      if !evaluation.isReporting { return false }
    }
    return isValid
  }
}

extension Rule {
  /// `patternProperties`: the members in whose names these regular expressions, of ECMA-262, are
  /// found satisfy these schemas.
  ///
  /// A pattern that can't be read refuses every object.
  public static func patternProperties(_ properties: Property...) -> Rule {
    Rule(PatternProperties(properties))
  }
}
